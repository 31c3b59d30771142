"""Where on the way from care to bill a finding sits."""

import pytest

from plainbill_ui.way import draw_way, stop_of
from tests.acting.making import all_kinds, report_of
from tests.plainbill_ui.explanation import explanation


@pytest.mark.parametrize(
    ("category", "kind", "stop"),
    [
        ("coding", "unbundled-pair", "codes"),
        ("coding", "unrecognized-service", "record"),
        ("billing", "duplicate-line", "bill"),
        ("billing", "referral-missing", "claim"),
        ("payer", "not-covered", "insurer"),
        ("payer", "a-plugin/its-kind", "insurer"),
    ],
)
def test_a_finding_has_its_place(category: str, kind: str, stop: str) -> None:
    assert stop_of(explanation().findings[0].but(category=category, kind=kind)) == stop


def test_every_kind_has_one_place_that_is_said_in_words() -> None:
    for kind, case in all_kinds().items():
        finding = next(each for each in report_of(case).findings if each.kind == kind)

        assert draw_way(finding).count('aria-current="step"') == 1
