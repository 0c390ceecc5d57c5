from publishing.records.signatories import PlannedReduction
from publishing.views.citations import Citations, Cited
from publishing.views.sector_tables import Bar, SectorTable, reduction_table


def test_planned_reductions_are_whole_tonnes(a_site, speaking):
    plan = PlannedReduction.model_validate(
        {
            "target_year": 2030,
            "total_t": 12345.67,
            "doubt": "implausibly-small",
            "as_of": "2019",
            "source": "jrc-2019",
            "sectors": [
                {"sector": "other", "reduction_t": 0.4},
                {"sector": "transport", "reduction_t": 12345.27, "share_percent": 99.97},
            ],
        }
    )
    tongue = speaking("en")
    assert reduction_table(plan, tongue, Citations(tongue, a_site().sources)) == SectorTable(
        title="Reduction planned by 2030",
        total="12,346",
        remarks=("The planned reduction is unusually small: read the figure with care.",),
        bars=(Bar("Transport", "12,345", "100%", 100.0), Bar("Other", "0", "", 0.0)),
        extra_heading="Share",
        cited=Cited(1, "2019"),
    )
