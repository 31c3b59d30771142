"""Headings that say on which day and by whom the services below them were given, in a table of visits."""

from plainbill.case import Document
from tests.reading.papers import read_text

MONTH = """
HARBOR HAND THERAPY
40 Quay Street, Marsh End, KS 67201        785 555 0148

Client                                                      Statement of May visits
Ada Lombard-Reyes                                           Printed June 1, 2026
G56.01, M79.641                                             Insurer billed: Fenland Mutual
                                                            Insurer has not answered yet.

Service 2026                     Code           Units           Fee        Paid
May 4 — treated by R. Ilves, OTR
   OT evaluation, low            97165 GO       1               180.00
   Copayment taken May 4                                                   20.00
May 7 — treated by Noor Hadley, COTA
   Therapeutic exercise          97110 GO       2               120.00
   Manual therapy                97140 GO       1                55.00
   Copayment taken May 7                                                   20.00
May 11 — treated by Noor Hadley
   Therapeutic exercise          97110 GO       2               120.00
   Copayment taken May 11                                                  20.00
May                                                             $475.00    ${paid}
                                   Still open at the plan:     ${left}
"""


def month(paid: str = "60.00", left: str = "415.00") -> Document:
    return read_text(MONTH.format(paid=paid, left=left))


def test_a_year_behind_the_head_of_services_parts_no_column_of_days() -> None:
    assert [line.description for line in month().lines] == [
        "OT evaluation, low",
        "Therapeutic exercise",
        "Manual therapy",
        "Therapeutic exercise",
    ]


def test_the_day_before_who_treated_is_that_of_the_services_below() -> None:
    lines = month().lines
    assert [str(line.service_date) for line in lines] == ["2026-05-04", "2026-05-07", "2026-05-07", "2026-05-11"]
    assert [line.rendering_provider for line in lines][:3] == ["R. Ilves, OTR", *["Noor Hadley, COTA"] * 2]


def test_what_copayments_come_to_was_paid_by_the_patient_and_the_row_below_says_what_is_left() -> None:
    totals = month().totals
    assert totals is not None
    assert (str(totals.charges), str(totals.patient_paid), str(totals.balance_due)) == ("475.00", "60.00", "415.00")
    assert totals.insurance_paid is None


def test_a_column_of_payments_that_does_not_add_up_tells_no_payer() -> None:
    totals = month(paid="90.00", left="385.00").totals
    assert totals is not None
    assert (totals.patient_paid, totals.balance_due) == (None, None)


def test_the_title_of_a_paper_beside_a_label_names_no_patient() -> None:
    document = month()
    assert document.patient is not None
    assert document.patient.name == "Ada Lombard-Reyes"
    assert list(document.diagnosis_codes or ()) == ["G56.01", "M79.641"]
    assert document.payer is not None
    assert (document.payer.name, document.insurance_pending) == ("Fenland Mutual", True)
