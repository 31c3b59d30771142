"""Services in blocks whose titles go on in words, with a caption for every amount, also where there is none."""

from plainbill.case import Document
from tests.reading.papers import read_text

NOTICE = """
FENLAND BENEFIT TRUST
900 Canal Walk, Marsh End, KS 67201

May 15, 2026

Please keep this explanation of benefits. Do not pay from this letter.
Patient: Ada Lombard

1. Shoulder scope, repair  code 29827, modifier RT, on April 8, 2026
Doctor asked              $4,000.00   Counts toward your deductible         $600.00
Plan approved             $1,900.00   Your total share                      $900.00
Plan paid                 $1,000.00   Message                                  -
2. Shoulder scope, cleanup  code 29823, modifier 59, on April 8, 2026
Doctor asked              $2,000.00   Counts toward your deductible            -
Plan approved                 $0.00   Your total share                        $0.00
Plan paid                     $0.00   Message                                  217
3. Epinephrine  code Jo171, on April 8, 2026
Doctor asked                 $30.00   Counts toward your deductible            -
Plan approved                 $4.00   Your total share                        $1.00
Plan paid                     $3.00   Message                                  -

Asked by the doctor      $6,030.00
Approved                 $1,904.00
Paid by the plan         $1,003.00
Your share of this claim   $901.00

Message 217 This service is part of another one done the same day.
"""


def notice() -> Document:
    return read_text(NOTICE)


def test_a_title_in_words_tells_code_modifier_and_day() -> None:
    assert [(line.description, line.code, [*(line.modifiers or ())]) for line in notice().lines] == [
        ("Shoulder scope, repair", "29827", ["RT"]),
        ("Shoulder scope, cleanup", "29823", ["59"]),
        ("Epinephrine", "J0171", []),
    ]
    assert {str(line.service_date) for line in notice().lines} == {"2026-04-08"}


def test_a_caption_with_nothing_behind_it_begins_no_other_block() -> None:
    assert [(str(line.charge), str(line.plan_paid), str(line.patient_responsibility)) for line in notice().lines] == [
        ("4000.00", "1000.00", "900.00"),
        ("2000.00", "0.00", "0.00"),
        ("30.00", "3.00", "1.00"),
    ]
    assert [line.deductible and str(line.deductible) for line in notice().lines] == ["600.00", None, None]


def test_the_key_behind_the_caption_of_notes_is_one_of_the_service() -> None:
    assert [[remark.code for remark in line.remarks or ()] for line in notice().lines] == [[], ["217"], []]


def test_captioned_amounts_below_that_add_up_all_services_are_the_totals() -> None:
    totals = notice().totals
    assert totals is not None
    assert (str(totals.charges), str(totals.allowed), str(totals.plan_paid)) == ("6030.00", "1904.00", "1003.00")


def test_the_words_of_a_label_before_the_code_are_none_of_the_services() -> None:
    blocks = "".join(
        f"{words}\nProcedure code  {code}\nAmount billed  {charge}\nPlan paid  {paid}\nYour share  {owed}\n\n"
        for words, code, charge, paid, owed in (
            ("MRI LUMBAR SPINE W/O CONTRAST", "72148", "$1,940.00", "$89.92", "$522.48"),
            ("RADIOLOGY READING", "72148-26", "$310.00", "$78.40", "$19.60"),
        )
    )
    document = read_text(
        f"Claim details\n\nClaim number  E7102\nMember  Rosa Delgado\nService date  05/02/2026\n\n{blocks}"
    )
    assert [(line.code, line.description) for line in document.lines] == [
        ("72148", "MRI LUMBAR SPINE W/O CONTRAST"),
        ("72148", "RADIOLOGY READING"),
    ]
    assert document.payer is None or document.payer.name is None
