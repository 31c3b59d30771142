"""A notice for all of a family: sums by first name, keys of notes raised behind amounts."""

from plainbill.case import Document
from plainbill.reading.fields.patients import by_patient
from plainbill.reading.layout import lay_out
from tests.reading.papers import page_of, read_pages

NOTICE = """
Larkhealth
                       Family explanation of benefits for claims finished October 1-31, 2026

Ada Lombard            Subscriber: Ada Lombard      Doctor's office: Quarrytown Family Care
3318 Cobble Loop       ID: LRK 220 618 744          Processed: 10/18/2026
Elmgrove, NM 87999     Group: 90-1177               Call us: 806-555-0122

                                            Member      Not                              We        You
Date      Code     What was done   Billed   savings     covered    Deduct.    Copay      paid      owe
Ada Lombard (self)                                                     Claim J26-880127
Oct 01    99213    Office visit    155.00   -52.10                            25.00      77.90     25.00
Oct 01    87651    Strep test      80.00    -44.75                 35.25                 0.00      35.25
                   Subtotal Ada    235.00   -96.85      0.00       35.25      25.00      77.90     60.25
Wren Lombard (child)                                                   Claim J26-880131
Oct 01    99393    Preventive      205.00   -61.40                                       143.60    0.00
Oct 01    92551    Hearing test    30.00                30.0012                          0.00      30.00
                   Subtotal Wren   235.00   -61.40      30.00      0.00       0.00       143.60    30.00

Family total                       470.00   -158.25     30.00      35.25      25.00      221.50    90.25

12 Your plan does not cover hearing tests.
"""


def papers_of_the_family(text: str = NOTICE) -> list[Document]:
    page = page_of(text)
    return [read_pages(*part)[0].document for part in by_patient([page], [lay_out(page)])]


def test_the_subtotal_of_one_of_the_family_is_the_total_of_the_paper() -> None:
    totals = [paper.totals for paper in papers_of_the_family()]
    assert [(str(own.charges), str(own.plan_paid), str(own.patient_responsibility)) for own in totals if own] == [
        ("235.00", "77.90", "60.25"),
        ("235.00", "143.60", "30.00"),
    ]


def test_a_subtotal_of_something_else_is_none() -> None:
    first, _ = papers_of_the_family(NOTICE.replace("Subtotal Ada ", "Subtotal lab "))
    assert first.totals is None or first.totals.charges is None


def test_the_key_of_a_note_behind_the_cents_of_an_amount_is_no_part_of_it() -> None:
    _, second = papers_of_the_family()
    line = second.lines[1]
    assert (str(line.not_covered), [remark.code for remark in line.remarks]) == ("30.00", ["12"])
    assert [(remark.code, remark.text) for remark in second.remarks] == [
        ("12", "Your plan does not cover hearing tests.")
    ]


def test_without_a_note_of_that_number_such_figures_are_no_amount() -> None:
    _, second = papers_of_the_family(NOTICE.replace("12 Your plan", "17 Your plan"))
    assert second.lines[1].not_covered is None
