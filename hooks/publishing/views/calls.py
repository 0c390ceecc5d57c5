"""What a call for funding offers, in one language."""

from dataclasses import dataclass

from publishing.records.funding import Call
from publishing.views.news import best_wording
from publishing.views.tongue import Tongue, Worded


@dataclass(frozen=True, slots=True)
class CallFacts:
    """The facts of a call beside its deadline; what is not known is empty."""

    opens: str
    amount: str
    applicants: Worded


def call_facts(call: Call, tongue: Tongue) -> CallFacts:
    """Put a call into words."""
    amount = call.amount
    return CallFacts(
        opens=tongue.write.date(call.opens) if call.opens else "",
        amount=tongue.write.money(amount.value, amount.currency) if amount else "",
        applicants=best_wording(call.applicants, tongue),
    )
