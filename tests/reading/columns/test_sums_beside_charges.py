"""Charge lists of hospitals whose sums stand in a column of their own, right of the charges."""

from datetime import date
from decimal import Decimal

from plainbill.case import Line
from tests.reading.papers import read_text

LIST = """
    RUN DATE: 05/28/25            COLDWATER BASIN HOSPITAL                          PAGE 1
                                    ITEMIZED BILL
    PATIENT: PILKINGTON,ADA R            ACCT NO: W00031800222
    PERFD DATE  PROC NO   DESCRIPTION           CPT     QTY   UNIT PRICE     AMOUNT       TOTAL

    ** REV 250 PHARMACY
    051225    7204417   ONDANSETRON 4MG INJ             2          40.50      81.00
    051325    7204420   IBUPROFEN 600MG TAB             3           2.00       6.00
    051425    7204420   IBUPROFEN 600MG TAB             1-          2.00       2.00-
                                           SUBTOTAL PHARMACY                             85.00

    ** REV 300 LABORATORY
    051225    3300118   CBC AUTO DIFF           85025   1          90.00      90.00
    051325    3300241   BASIC METABOLIC PNL     80048   1         120.00     120.00
                                           SUBTOTAL LABORATORY                          210.00

                                           TOTAL CHARGES                                295.00
                            RECEIPTS  05/20/25 PT PYMT CHECK 771                        100.00-
                                           ACCOUNT BALANCE                              195.00
"""


def lines_of(text: str) -> tuple[Line, ...]:
    return tuple(read_text(text).lines)


def test_amounts_of_services_are_charges_where_the_column_named_total_holds_only_sums() -> None:
    assert [line.charge for line in lines_of(LIST)] == [
        Decimal("81.00"), Decimal("6.00"), Decimal("-2.00"), Decimal("90.00"), Decimal("120.00"),
    ]  # fmt: skip
    totals = read_text(LIST).totals
    assert totals is not None
    assert (totals.charges, totals.balance_due) == (Decimal("295.00"), Decimal("195.00"))


def test_where_services_fill_the_column_named_total_it_stays_that_of_charges() -> None:
    rows = [
        row.replace("40.50      81.00", "40.50      40.50       81.00") if "ONDANSETRON" in row else row
        for row in LIST.splitlines()
    ]
    assert {line.charge for line in lines_of("\n".join(rows))} != {Decimal("40.50")}
    assert lines_of("\n".join(rows))[0].charge == Decimal("81.00")


def test_digits_of_one_time_below_a_head_that_ends_in_date_are_days() -> None:
    days = [line.service_date for line in lines_of(LIST)]
    assert days == [date(2025, 5, day) for day in (12, 13, 14, 12, 13)]


def test_other_digits_below_such_a_head_are_no_days() -> None:
    other = LIST.replace("051425", "057725")
    assert date(2025, 5, 13) not in {line.service_date for line in lines_of(other)}


def test_a_heading_that_begins_with_rev_prints_the_code_of_the_services_below_it() -> None:
    assert [line.revenue_code for line in lines_of(LIST)] == ["0250"] * 3 + ["0300"] * 2


def test_the_day_of_the_run_is_that_of_the_paper() -> None:
    document = read_text(LIST)
    assert document.document_date == date(2025, 5, 28)
    assert document.service_from is None
