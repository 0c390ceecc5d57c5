import pytest

from publishing.records.signatories import Signatory
from publishing.records.values import parse_record
from publishing.sources import parse_yaml

LEAST = """\
id: KZ0002
name: Taraz
adhesion: {date: 2013-08-13, as_of: 2024-01, source: jrc-2024}
"""


def _mistakes(text: str) -> list[str]:
    source, problems = parse_yaml(text, "a.yml")
    _record, mistakes = parse_record(Signatory, source)
    return [
        str(problem).split("\n")[0].removeprefix("a.yml:") for problem in [*problems, *mistakes]
    ]


def test_what_no_source_gives_is_absent():
    source, _problems = parse_yaml(LEAST, "a.yml")
    record, mistakes = parse_record(Signatory, source)
    assert mistakes == []
    assert record is not None
    assert record.model_dump(mode="json", exclude_defaults=True) == source.value


@pytest.mark.parametrize("key", ["UA0001", "BYX001", "AZX002", "MDX0001", "UA001"])
def test_an_id_is_the_country_perhaps_a_letter_and_a_number(key):
    assert _mistakes(LEAST.replace("KZ0002", key)) == []


@pytest.mark.parametrize(
    "key", ["UA1", "ua0001", "UA00001", "UAXX01", "UA0001x", "0001", "UA٠٠٠١", "'UA0001 '"]
)
def test_other_ids_are_refused(key):
    assert [line.split(": expected")[0] for line in _mistakes(LEAST.replace("KZ0002", key))] == [
        "1: id"
    ]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (
            "status: {value: Active, as_of: 2024, source: x}",
            ["4: status, value: expected one of 'active' or 'on-hold', found 'Active'"],
        ),
        (
            "commitments: {made: [], as_of: 2024, source: x}",
            ["4: commitments, made: expected at least 1 entry, found an empty list"],
        ),
        (
            "commitments: {made: 2030, as_of: 2024, source: x}",
            ["4: commitments, made: expected a list, one '- ' line each, found the number 2030"],
        ),
        (
            "commitments:\n  made: ['2030', '2040']\n  as_of: 2024\n  source: x",
            [
                (
                    "5: commitments, made, item 2: "
                    "expected one of '2020', '2030', '2050' or 'mayors-adapt', found '2040'"
                )
            ],
        ),
        (
            "position: {latitude: 71.3, longitude: 42.8, source: geonames}",
            ["4: position, latitude: expected at most 57.0, found the number 71.3"],
        ),
        (
            "position: {latitude: north, longitude: 1.0e400, source: geonames}",
            [
                "4: position, latitude: expected a number, found 'north'",
                "4: position, longitude: expected a finite number, found the number inf",
            ],
        ),
        (
            "names:\n  - {language: UK, name: Тараз, confidence: low, source: x}",
            [
                (
                    "5: names, item 1, language: "
                    "expected a code of two small letters such as uk, found 'UK'"
                ),
            ],
        ),
        (
            "population:\n  - {value: 5, kind: declared}",
            ["5: population, item 1: expected either source: or url:, found neither"],
        ),
        ("district: yes", ["4: district: expected true or false, found 'yes'"]),
        ("mayor: Somebody", ["4: mayor: expected a known key, found 'mayor'"]),
    ],
    ids=[
        "status",
        "no commitment",
        "one commitment",
        "unheard commitment",
        "swapped axes",
        "no number",
        "name",
        "no provenance",
        "yes",
        "unknown",
    ],
)
def test_a_wrong_value_is_told_with_its_line(lines, told):
    assert _mistakes(LEAST + lines + "\n") == told


def test_a_commitment_may_be_written_as_a_number():
    record, mistakes = parse_record(
        Signatory,
        parse_yaml(LEAST + "commitments: {made: [2020, '2030'], as_of: 2024, source: x}", "a")[0],
    )
    assert mistakes == []
    assert record is not None
    assert record.commitments is not None
    assert record.commitments.made == ("2020", "2030")


def test_somebody_must_call_it_a_signatory():
    assert _mistakes("id: KZ0002\nname: Taraz\n") == [
        " file: expected adhesion: or named_as_signatory:, found neither"
    ]
    assert (
        _mistakes(
            "id: BYX031\nname: Pinsk\nnamed_as_signatory: {as_of: 2026-02, url: 'https://a.by'}\n"
        )
        == []
    )


DECLARED = {"value": 1000, "kind": "declared", "as_of": "2024", "source": "x"}
CENSUS = {"value": 900, "kind": "census", "as_of": "2014", "source": "x"}
DOUBTED = {**DECLARED, "value": 408_565, "doubt": "implausible-population"}


@pytest.mark.parametrize(
    ("figures", "believed"),
    [
        ([], None),
        ([DECLARED], 1000),
        ([CENSUS], 900),
        ([CENSUS, DECLARED], 1000),
        ([DOUBTED], None),
        ([DOUBTED, CENSUS], 900),
        ([DOUBTED, DECLARED], 1000),
    ],
    ids=["none", "declared", "census", "declared first", "doubted", "census instead", "other"],
)
def test_the_believable_population_is_the_declared_one_unless_it_is_doubted(
    an_entry, figures, believed
):
    population = an_entry("KZ0007", population=figures).signatory.believable_population
    assert (population and population.value) == believed


@pytest.mark.parametrize(
    ("confidence", "shown"), [("high", True), ("medium", True), ("low", False)]
)
def test_a_name_of_low_confidence_is_for_search_only(an_entry, confidence, shown):
    name = {"language": "ru", "name": "Львов", "confidence": confidence, "source": "geonames"}
    assert an_entry("UA0322", names=[name]).signatory.names[0].may_be_shown is shown


def test_a_record_cannot_be_changed(an_entry):
    with pytest.raises(ValueError, match="frozen"):
        an_entry("UA0322").signatory.name = "Other"
