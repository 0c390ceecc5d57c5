from pathlib import Path

from publishing.records.schemas import schemas

SCHEMAS = Path(__file__).parents[3] / "data/schemas"


def test_the_stored_schemas_are_those_of_the_records():
    """After a record has changed: `make schemas`."""
    stored = {file.name: file.read_text(encoding="utf-8") for file in SCHEMAS.iterdir()}
    assert stored == schemas()
