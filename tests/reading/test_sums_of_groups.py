"""Rows that sum up each group of services by whatever words."""

from decimal import Decimal

from tests.reading.papers import read_text

ESTIMATE = """
Good Faith Estimate
Pinehill Surgery Center, 4 Mill Lane, Alder, NH 03999
Patient: Ada Lombard       Date of birth: 03/08/1992     Date of estimate: 03/02/2026

Service                       Code     Qty    Price each   Expected cost
Pinehill Surgery Center  Facility
Gallbladder removal           47562    1      7,400.00     7,400.00
Mesh, implantable             C1781    1        680.00       680.00
{first}                                8,080.00
Harbor Anesthesia
Anesthesia, upper abdomen     00790    12       115.00     1,380.00
{second}                                1,380.00
Summit Lab
Tissue exam, level III        88304    1        146.00       146.00
Metabolic blood panel         80053    1         58.00        58.00
{third}                                {sum}
TOTAL ESTIMATED COST                                       {total}
"""
TABLES = """
Good Faith Estimate
Pinehill Surgery Center, 4 Mill Lane, Alder, NH 03999
Patient: Ada Lombard       Date of birth: 03/08/1992     Date of estimate: 03/02/2026

Pinehill Surgery Center
Service                       Code     Qty    Price      Expected charge
Knee arthroscopy              29881    1      6,900.00   6,900.00
Knee brace                    L1830    2        590.00   1,180.00
Estimate for this provider                               8,080.00

Harbor Anesthesia
Service                       Code     Qty    Price      Expected charge
Anesthesia for knee           01400    1      2,375.00   2,375.00
Estimate for this provider                               2,375.00

Total estimate                                          10,455.00
"""
SAME = "Estimate for this provider "


def costs(first: str, second: str, third: str, amount: str = "204.00", total: str = "9,664.00") -> list[Decimal | None]:
    text = ESTIMATE.format(
        first=first.ljust(27), second=second.ljust(27), third=third.ljust(27), sum=amount, total=total
    )
    return [line.charge for line in read_text(text).lines]


SERVICES = [Decimal("7400.00"), Decimal("680.00"), Decimal("1380.00"), Decimal("146.00"), Decimal("58.00")]


def test_the_sum_of_each_group_is_no_service() -> None:
    assert costs(SAME, SAME, SAME) == SERVICES


def test_a_row_that_adds_up_nothing_leaves_all_of_them_services() -> None:
    assert Decimal("99.00") in costs(SAME, SAME, "Courier", "99.00", "9,763.00")


def test_the_sum_of_a_table_with_one_service_is_no_second_one() -> None:
    document = read_text(TABLES)

    assert [line.code for line in document.lines] == ["29881", "L1830", "01400"]
    assert document.totals is not None
    assert document.totals.estimate == Decimal("10455.00")
