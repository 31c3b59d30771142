"""What a minus in a sum says, and which numbers behind a plan's words are those of a group."""

from decimal import Decimal

import pytest

from plainbill.case import Document
from tests.reading.papers import read_text


def notice(row: str, adjusted: str, head: str = "Summit Health Plan", foot: str = "") -> Document:
    return read_text(f"""
    {head}
    Explanation of Benefits
    Member: Jon Lombard    Member ID: XK4410072
    Provider: Larkspur Medical Group
    {row}
    Service           Date          Billed    Discount       Plan paid    You owe
    Office visit      03/02/2026    140.00    20.00          100.00       20.00
    Rapid test        03/02/2026     40.00    10.00           30.00        0.00
    Total                           180.00    {adjusted:<10}     130.00       20.00
    {foot}
    """)


@pytest.mark.parametrize("adjusted", ["30.00", "-30.00", "(30.00)"])
def test_a_sum_of_discounts_is_what_was_taken_off_whatever_its_sign(adjusted: str) -> None:
    totals = notice("", adjusted).totals
    assert totals is not None
    assert totals.adjustments == Decimal("30.00")


@pytest.mark.parametrize(
    ("group", "number"), [("Lexmoor Mills 44017", "44017"), ("Summit Gold 2026", None), ("Local 1199", None)]
)
def test_a_year_or_a_short_number_behind_a_name_is_no_group(group: str, number: str | None) -> None:
    coverage = notice(f"Group: {group}", "30.00").coverage
    assert coverage is not None
    assert coverage.group_number == number


def test_the_rights_of_whoever_gave_the_care_make_no_payer() -> None:
    payer = notice("", "30.00", "Summit", "(c) 2026 Larkspur Medical Group. All rights reserved.").payer
    assert payer is not None
    assert payer.name == "Summit"


def test_the_number_of_a_plan_beside_an_insurer_is_a_groups_on_a_treatment_plan() -> None:
    coverage = read_text("""
    Larkspur Dental
    Treatment plan estimate
    Patient: Ada Lombard
    Insurance: Summit Dental   Plan no. 4410072   Member ID: XK88120

    Code     Description        Fee         You pay
    D2740    Crown            1,400.00       700.00
    D2950    Core buildup       300.00       150.00
    Total                     1,700.00       850.00
    """).coverage
    assert coverage is not None
    assert coverage.group_number == "4410072"
