"""The tables that rules read: every entry can be found, and codes are read however they are printed."""

import pytest

from plainbill.case import Adjustment
from plainbill.checking.rules import RULES
from plainbill.checking.tables import coded, in_a_range, is_provider_s
from plainbill.knowledge.tables import read_table

ROLES = {
    "cost_share", "discount", "reporting", "bundled", "duplicate", "pending", "prior_payer", "paid_to_member",
    "not_collectable", "denied", "",
}  # fmt: skip


@pytest.mark.parametrize("table", sorted({table for rule in RULES for table in rule.tables}))
def test_a_table_that_a_rule_names_has_entries(table: str) -> None:
    assert read_table(table)


def test_every_reason_stands_once_with_a_known_role() -> None:
    rows = read_table("adjustment_reasons")

    assert len({row["reason"] for row in rows}) == len(rows)
    assert {row["role"] for row in rows} == ROLES


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ({"group": "CO", "reason": "45"}, "CO-45"),
        ({"reason": "CO45"}, "CO-45"),
        ({"group": "CO", "reason": "CO-45"}, "CO-45"),
        ({"group": "PR", "reason": "003"}, "PR-3"),
        ({"group": "OA", "reason": "b13"}, "OA-B13"),
        ({"reason": "45"}, "45"),
        ({"group": "CO"}, "CO"),
    ],
)
def test_group_and_reason_are_read_however_they_are_printed(printed: dict[str, str], shown: str) -> None:
    assert coded(Adjustment.model_validate(printed)).shown == shown


@pytest.mark.parametrize(("reason", "role"), [("45", "discount"), ("045", "discount"), ("ZZ9", ""), (None, "")])
def test_what_a_reason_does_to_the_money_is_open_where_the_table_lacks_it(reason: str | None, role: str) -> None:
    assert coded(Adjustment(group="CO", reason=reason)).role == role


@pytest.mark.parametrize(
    ("printed", "in_network", "is_theirs"),
    [
        ("CO-45", False, True),
        ("OA-18", False, True),
        ("OA-209", False, True),
        ("OA-23", True, False),
        ("PR-45", True, False),
        ("PI-45", True, True),
        ("PI-45", False, False),
        ("45", True, False),
    ],
)
def test_what_the_provider_carries(printed: str, in_network: bool, is_theirs: bool) -> None:
    group, _, reason = printed.rpartition("-")
    adjustment = Adjustment.model_validate({"group": group or None, "reason": reason})

    assert is_provider_s(coded(adjustment), in_network=in_network) is is_theirs


@pytest.mark.parametrize(("code", "is_in"), [("00810", True), ("0101T", False), ("0184U", False), ("02000", False)])
def test_a_code_that_ends_in_a_letter_is_in_no_range_of_numbers(code: str, *, is_in: bool) -> None:
    assert in_a_range(code, {"00100-01999"}) is is_in
