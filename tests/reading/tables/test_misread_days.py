"""Days of which a reader took one sign for another, told by the same day beside other services."""

from decimal import Decimal

import pytest

from tests.reading.papers import page_of, read_pages, read_text

BILL = """
    Tidewater Community Hospital               Statement
    18 Oar Lane
    Cress Harbor, ME 04099
    Patient Name: Ivo Quenby         Account Number: 55-20881

    Date        Rev     Code     Description               Charge
    08/21/25    0450    99284    Emergency visit           910.00
    {day:12}0301    80053    Metabolic panel           120.00
    08/21/25    0305    85025    Blood count                64.00
    08/22/25    0730    93005    Heart tracing             188.00
    08/22/25    0320    73110    Picture of the wrist      240.00
    Total charges                                        1,522.00
"""


@pytest.mark.parametrize("day", ["68/21/25", "08/21725", "08/Z1/25", "08/21.25"])
def test_a_day_that_is_none_is_the_only_one_of_its_column_that_differs_in_one_sign(day: str) -> None:
    assert str(read_text(BILL.format(day=day)).lines[1].service_date) == "2025-08-21"


@pytest.mark.parametrize("day", ["68/31/25", "08/2Z/25", "68/2Z/25", "08/45/25"])
def test_a_day_that_no_other_or_more_than_one_is_so_near_to_stays_unread(day: str) -> None:
    assert read_text(BILL.format(day=day)).lines[1].service_date is None


def test_a_day_that_others_told_stays_in_doubt() -> None:
    (parsed,) = read_pages(page_of(BILL.format(day="68/21/25")))
    sources = parsed.sources
    assert sources["lines[0].service_date"].confirmed_by
    assert sources["lines[1].service_date"].confirmed_by == ()


HOSPITAL_FORM = """
    0301    METABOLIC PANEL     80053    06/11/25    1    287.50
    0636    NAUSEA DRUG         J2405    86/11/25    4     58.40
    0450    EMERGENCY ROOM      99284    06/11/25    1    2266.00
    0730    HEART TRACING       93005    06/12/25    1     44.60
    0001    PAGE 1 OF 1    CREATION DATE    07/02/25    TOTALS    2656.50
"""


def test_the_rows_of_a_form_whose_head_nobody_read_tell_each_other_their_days() -> None:
    lines = read_text(HOSPITAL_FORM).lines
    assert [str(line.service_date) for line in lines] == ["2025-06-11"] * 3 + ["2025-06-12"]
    assert sum(line.charge or 0 for line in lines) == Decimal("2656.50")


@pytest.mark.parametrize(("revenue_code", "read"), [("6301", None), ("O301", None), ("0301", "0301")])
def test_a_revenue_code_read_wrong_loses_no_service(revenue_code: str, read: str | None) -> None:
    bill = BILL.format(day="08/21/25").replace(
        "0301    80053    Metabolic panel", f"{revenue_code}             Kit and gauze  "
    )
    line = read_text(bill).lines[1]
    assert (line.description, line.charge, line.revenue_code) == ("Kit and gauze", Decimal("120.00"), read)
