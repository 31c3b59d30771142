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


VOUCHER = """
Cedar Dental Plan
Explanation of dental benefits
Member: Rowan Abbot       Member ID: CD-55210

Code     Treatment            Date         Billed     Allowed    Plan pays    You pay
Visit on the first day
D0140    Problem exam         02/03/2026    80.00      64.00      64.00        0.00
D0220    One film             02/03/2026    35.00      28.00      28.00        0.00
         Visit sum                         115.00      92.00      92.00        0.00
Visit on the second day
D2740    Crown                02/17/2026   940.00     700.00     350.00      350.00
D2950    Core buildup         02/17/2026   210.00     150.00      75.00       75.00
         Visit sum                       1,150.00     850.00     425.00      425.00
Visit on the third day
D0120    Checkup              03/03/2026    60.00      48.00      48.00        0.00
         {third}                            60.00      48.00      48.00        0.00
"""


def test_a_sum_over_several_columns_is_no_service_though_its_words_are_no_total() -> None:
    lines = read_text(VOUCHER.format(third="Visit sum")).lines
    assert [line.charge for line in lines] == [
        Decimal(each) for each in ("80.00", "35.00", "940.00", "210.00", "60.00")
    ]


def test_a_service_that_costs_what_the_one_above_does_stays_one() -> None:
    lines = read_text(VOUCHER.format(third="Recheck  ")).lines
    assert [line.charge for line in lines][-2:] == [Decimal("60.00"), Decimal("60.00")]


def test_a_visit_for_this_doctor_is_a_service_and_no_sum() -> None:
    lines = read_text("""
Summit Ridge Hospital
Patient: Ada Lombard           Account: 4471902

Date          Description                            Amount
03/02/2026    Office visit                           $140.00
03/05/2026    New patient visit for this doctor       $50.00
Balance due                                          $190.00
""").lines
    assert [line.charge for line in lines] == [Decimal("140.00"), Decimal("50.00")]
