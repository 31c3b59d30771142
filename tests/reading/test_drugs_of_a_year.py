"""A pharmacy's list of what was dispensed in a year: price, what insurance paid, what the patient did, and the sums."""

from decimal import Decimal

from plainbill.case import Document
from tests.reading.papers import read_text

REPORT = """
    Alder Street Pharmacy
    88 Alder Street, Elmgrove, OR 97999          Printed 01/09/2026
    Patient: Ada Lombard

    Filled        Rx #       Drug name              NDC              Qty    Days    Price     Ins. paid    You paid
    02/03/2025    6612001    ATENOLOL 25MG TABS     00093-0752-01     90      90    31.20     26.20          5.00
    05/12/2025    6613377    NASAL SPRAY            60505-0829-01     16      30    24.50     CASH          24.50
    08/04/2025    6615120    AMOXICILLIN 500MG      00781-2613-05     21       7    18.75      8.75         10.00
    {total}
"""


def report(total: str = "Totals for 2025" + " " * 66 + "74.45     34.95         39.50") -> Document:
    return read_text(REPORT.format(total=total))


def test_what_the_patient_paid_of_each_drug_is_their_share() -> None:
    lines = report().lines
    assert [(line.charge, line.plan_paid, line.patient_responsibility) for line in lines] == [
        (Decimal("31.20"), Decimal("26.20"), Decimal("5.00")),
        (Decimal("24.50"), None, Decimal("24.50")),
        (Decimal("18.75"), Decimal("8.75"), Decimal("10.00")),
    ]


def test_a_drug_that_was_paid_in_cash_is_no_payment() -> None:
    assert not report().payments


def test_totals_for_a_year_are_those_of_the_paper_where_they_add_up_its_services() -> None:
    totals = report().totals
    assert totals is not None
    assert (totals.charges, totals.insurance_paid, totals.patient_paid) == (
        Decimal("74.45"),
        Decimal("34.95"),
        Decimal("39.50"),
    )


def test_other_totals_for_a_year_are_not() -> None:
    totals = report("Totals for 2025" + " " * 65 + "180.45    120.95         59.50").totals
    assert totals is None or totals.charges is None
