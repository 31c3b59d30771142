from dataclasses import replace

import pytest

from plainbill.case import Document
from plainbill.reading.page import PageWords
from tests.reading.papers import page_of, read_pages, read_text

HEAD = """
Tamarack Ridge Health Plan
June 11, 2025

Dear Ansel Pruitt:
We did not approve your claim. This letter says why, and how you can appeal.
"""
ABOVE = """
Service                           Procedure code
Sleep study at home               95806-TC

Date of service                   Ordered by
May 20, 2025                      Lena Okoro, MD

Amount billed                     Amount we paid
$640.00                           $0.00

Claim number                      Member ID
25A118840                         TRP-77140

Decision: denied
"""


def read(body: str) -> Document:
    return read_text(HEAD + body)


def test_labels_above_their_values_tell_of_the_one_service_of_a_letter() -> None:
    (line,) = read(ABOVE).lines
    assert [line.description, line.code, line.modifiers] == ["Sleep study at home", "95806", ("TC",)]
    assert [line.charge, line.plan_paid, str(line.service_date)] == [640, 0, "2025-05-20"]
    assert line.status == "denied"


def test_the_amounts_of_the_one_service_are_no_sums_of_the_paper() -> None:
    totals = read(ABOVE).totals
    assert totals is None or (totals.charges is None and totals.insurance_paid is None)


def test_what_the_one_service_is_names_nobody() -> None:
    provider = read(ABOVE).provider
    assert provider is None or provider.name != "Sleep study at home"


def test_labels_before_their_values_tell_of_it_as_well() -> None:
    body = """
Service: Sleep study at home
Procedure code: 95806
Date of service: 05/20/2025
Amount billed: $640.00
"""
    (line,) = read(body).lines
    assert [line.description, line.code, line.charge] == ["Sleep study at home", "95806", 640]
    assert str(line.service_date) == "2025-05-20"


def test_labels_that_recur_tell_of_no_single_service() -> None:
    body = """
Service: Sleep study at home
Procedure code: 95806
Amount billed: $640.00
Procedure code: 95810
Amount billed: $910.00
"""
    assert all(line.charge != 640 or line.code == "95806" for line in read(body).lines)


def test_a_sum_without_a_code_is_no_service() -> None:
    body = """
Service                           Amount billed
Care at Sandhill Clinic           $640.00
"""
    assert all(line.code is None for line in read(body).lines)


IN_CELLS = """
Member               Ansel Pruitt
Date of service      May 20, 2025
Service              Sleep study at home, CPT 95806
Amount billed        $640.00
Amount paid          $0.00
Decision             DENIED, code N-12

We looked at this claim and will not pay it. The reason is code N-12:
The study was not ordered by the doctor who treats you.
You may appeal within 180 days.
"""


def test_labels_in_cells_of_their_own_tell_of_it_without_colons() -> None:
    (line,) = read(IN_CELLS).lines
    assert [line.description, line.code, line.charge] == ["Sleep study at home", "95806", 640]
    assert [line.plan_paid, line.status, line.remarks[0].code] == [0, "denied", "N-12"]


def test_the_wording_of_a_note_stands_below_the_sentence_that_ends_in_its_key() -> None:
    (remark,) = read(IN_CELLS).remarks
    assert [remark.code, remark.text] == ["N-12", "The study was not ordered by the doctor who treats you."]


def test_the_sums_of_a_bill_in_cells_are_not_those_of_a_service() -> None:
    document = read("""
Account number       556677
Service              Physical therapy, 97110
Sessions             4
Total charges        $480.00
Insurance paid       $300.00
Balance due          $180.00
""")
    assert document.totals is not None
    assert [document.totals.charges, document.totals.balance_due] == [480, 180]


@pytest.mark.parametrize("words", ["Ambulance to ZIP 62701", "Infusion in room 12000"])
def test_a_number_behind_words_that_nobody_knows_is_no_code(words: str) -> None:
    (line,) = read(IN_CELLS.replace("Sleep study at home, CPT 95806", f"{words}\nProcedure code       96365")).lines
    assert (line.description, line.code) == (words, "96365")


def test_an_estimated_cost_is_no_charge() -> None:
    document = read(IN_CELLS.replace("Amount billed ", "Estimated cost"))
    assert {line.charge for line in document.lines} <= {None}


def test_the_balance_of_a_bill_is_read_though_all_else_tells_of_one_service() -> None:
    document = read_text("""
Larkspur Clinic
Invoice 8812
Patient: Ada Lombard
Date of service: 03/02/2026
Procedure: Office visit (99213)
Fee: 140.00
Paid: 40.00
Balance due: 100.00
""")
    assert document.totals is not None
    assert document.totals.balance_due == 100
    assert {line.plan_paid for line in document.lines} <= {None}


# The blank behind the longest labels is no wider than others.
NARROW = """
Harrow Bay Health
PO Box 4000, Saint Verity, MN 55999

April 24, 2025

Ada Lombard
1812 Copperline Dr
Saint Verity, MN 55999

Re: Member ID       HBH00418277
    Claim number    EX-25-119044
    Provider        Quarrytown Open MRI
    Date of service 04/02/2025
    Service         MRI lumbar spine without contrast (72148)
    Diagnosis       M54.50
    Amount billed   $1,475.00

NOTICE OF ADVERSE BENEFIT DETERMINATION

Dear Ada Lombard:

{said} payment for the service named above. Reason code 50: These services are not
deemed a medical necessity by the payer.

Our reviewer found that the records do not show six weeks of treatment. You may ask for a copy.
"""


def _close_up(page: PageWords) -> PageWords:
    """The page, the values of the list moved close behind the longest of its labels."""
    longest = max(word.box.x1 for word in page.words if word.text in {"billed"})
    first = min(word.box.x0 for word in page.words if word.text == "HBH00418277")
    height = page.words[0].box.y1 - page.words[0].box.y0
    by = longest + 0.8 * height - first
    top = min(word.box.y0 for word in page.words if word.text == "HBH00418277")
    end = max(word.box.y1 for word in page.words if word.text == "billed")
    return replace(
        page,
        words=tuple(
            replace(word, box=replace(word.box, x0=word.box.x0 + by, x1=word.box.x1 + by))
            if top <= word.box.y0 < end and word.box.x0 >= first
            else word
            for word in page.words
        ),
    )


def test_values_of_one_edge_stand_apart_from_the_longest_labels_too() -> None:
    (parsed,) = read_pages(_close_up(page_of(NARROW.format(said="We have denied"))))
    document = parsed.document
    (line,) = document.lines
    assert [line.description, line.code, line.charge] == ["MRI lumbar spine without contrast", "72148", 1475]
    assert str(line.service_date) == "2025-04-02"
    assert document.coverage is not None and document.coverage.member_id == "HBH00418277"


def test_what_a_letter_denied_and_why_amid_its_words_are_read() -> None:
    document = read_text(NARROW.format(said="We have denied"))
    assert [line.status for line in document.lines] == ["denied"]
    assert [(remark.code, remark.text) for remark in document.remarks] == [
        ("50", "These services are not deemed a medical necessity by the payer.")
    ]


def test_what_a_plan_may_deny_is_not_denied() -> None:
    document = read_text(NARROW.format(said="You may appeal if we denied"))
    assert {line.status for line in document.lines} <= {None}


def test_values_close_behind_long_labels_line_up_with_those_of_the_other_rows() -> None:
    (line,) = read(CLOSE).lines
    assert [line.description, line.code, line.charge] == ["Sleep study at home", "95806", 640]
    assert [str(line.service_date), line.status] == ["2025-05-20", "denied"]


def test_the_code_of_a_reason_may_stand_before_the_colon_of_its_label() -> None:
    remarks = read(CLOSE).remarks
    assert [(remark.code, remark.text) for remark in remarks] == [
        ("K17", "The notes do not show a trial of other care before the test.")
    ]


CLOSE = """
We looked at a claim for the service below and have denied it.

Service          Sleep study at home (95806)
Date of service  May 20, 2025
Amount billed    $640.00

Reason code K17: The notes do not show a trial of other care before the test.
"""
