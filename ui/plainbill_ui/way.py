"""The way of a charge from the care to the bill, and where on it a finding has its place; drawn as a list."""

from typing import Literal

from plainbill.case import Category, Finding
from plainbill_ui.languages import N_, _
from plainbill_ui.markup import Markup, tag

Stop = Literal["care", "record", "codes", "claim", "insurer", "bill"]

STOPS: dict[Stop, str] = {
    "care": N_("Your care"),
    "record": N_("The record"),
    "codes": N_("The codes"),
    "claim": N_("The claim"),
    "insurer": N_("Your insurance"),
    "bill": N_("The bill"),
}

_BY_CATEGORY: dict[Category, Stop] = {"coding": "codes", "billing": "bill", "payer": "insurer", "info": "insurer"}

# What the office sends to the plan, and what the record says: billing and coding kinds that have their own place.
_BY_KIND: dict[str, Stop] = {
    "unrecognized-service": "record",
    "visit-level-high": "record",
    "member-id-mismatch": "claim",
    "authorization-missing": "claim",
    "referral-missing": "claim",
    "wrong-payer": "claim",
    "late-filing": "claim",
    "documentation-requested": "claim",
    "provider-enrollment": "claim",
    "not-billed-to-insurance": "claim",
    "self-pay-review": "bill",
}


def stop_of(finding: Finding) -> Stop:
    """Return where on the way a finding has its place."""
    return _BY_KIND.get(finding.kind, _BY_CATEGORY[finding.category])


def draw_way(finding: Finding) -> Markup:
    """Return the way with the place of a finding marked, in words as well as in looks."""
    here = stop_of(finding)
    stops = [_stop(name, name == here) for name in STOPS]
    return tag("ol", *stops, class_="pb-way", aria_label=_("The way from your care to the bill"))


def _stop(name: Stop, here: bool) -> Markup:
    if not here:
        return tag("li", _(STOPS[name]))
    return tag("li", tag("strong", _(STOPS[name])), " ", tag("span", _("here")), class_="pb-here", aria_current="step")
