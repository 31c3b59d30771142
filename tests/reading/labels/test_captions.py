"""Labels in a row of their own above their values, and whose paper it is."""

from dataclasses import replace

from plainbill.case import Document
from plainbill.reading.layout import lay_out
from plainbill.testing.doubles import make_page, make_word
from tests.reading.papers import read_pages, read_text

BILL = """
Larkspur Rescue Squad, Inc
{more}

Date          Code     Description       Charge
04/02/2025    A0429    Emergency ride    700.00
04/02/2025    A0425    Mileage            60.00
Total charges 760.00
"""


def bill_with(*rows: tuple[tuple[str, float], ...]) -> Document:
    """A bill whose rows hold words at these distances from the left."""
    page = make_page(BILL.format(more=""))
    words = [
        make_word(text, x, 600 + 30 * row, x + 10 * len(text), 620 + 30 * row)
        for row, places in enumerate(rows)
        for text, x in places
    ]
    (parsed,) = read_pages(replace(page, words=(*page.words, *words)))
    return parsed.document


def patient_under(*rows: tuple[tuple[str, float], ...]) -> str | None:
    """The patient of such a bill."""
    document = bill_with(*rows)
    return document.patient.name if document.patient else None


def test_captions_in_one_run_of_print_head_the_boxes_below_them_each_its_own() -> None:
    captions = (("STATEMENT", 400.0), ("DATE", 500.0), ("ACCOUNT", 562.0), ("NO", 642.0), ("PAY", 684.0))
    document = bill_with(
        (*captions, ("THIS", 724.0), ("AMOUNT", 774.0)),
        (("66", 0.0), ("TERRACE", 30.0), ("ST", 110.0)),
        (("04/15/2025", 420.0), ("HD71826", 580.0), ("$225.49", 720.0)),
    )
    assert document.patient is not None and document.totals is not None
    assert (str(document.document_date), document.patient.account_number) == ("2025-04-15", "HD71826")
    assert str(document.totals.balance_due) == "225.49"


def test_a_caption_of_several_words_is_not_cut_into_captions() -> None:
    document = bill_with((("STATEMENT", 400.0), ("DATE", 520.0)), (("04/15/2025", 420.0),))
    assert str(document.document_date) == "2025-04-15"


def test_a_caption_that_nobody_knows_is_no_value_of_the_one_beside_it() -> None:
    captions = (("PATIENT", 0.0), ("FETCHED", 200.0), ("FROM", 275.0), ("SEEN", 400.0), ("LAST", 445.0))
    values = (("Ada", 0.0), ("Lombard", 35.0), ("Marlow", 200.0), ("Market", 265.0), ("Wren", 400.0), ("Ardley", 445.0))
    assert patient_under(captions, values) == "Ada Lombard"


def test_values_that_stand_close_are_told_apart_by_where_their_captions_begin() -> None:
    captions = (("PATIENT", 0.0), ("INSURANCE", 200.0), ("ATTENDING", 400.0))
    values = (("Ada", 0.0), ("Lombard-Quillon", 35.0), ("Upland", 200.0), ("Mutual", 265.0), ("Ardley", 400.0))
    assert patient_under(captions, values) == "Ada Lombard-Quillon"


def test_what_a_statement_is_for_may_be_no_person() -> None:
    document = read_text(BILL.format(more="Statement for Insurance Refunds\n\nClient: Ada Lombard\nClient no.: 0117"))
    assert document.patient is not None
    assert (document.patient.name, document.patient.account_number) == ("Ada Lombard", "0117")


def test_the_provider_that_a_notice_names_is_not_whose_paper_it_is() -> None:
    document = read_text("""
Greywater of Marlow
EXPLANATION OF BENEFITS

Patient      Ada Lombard
Member ID    UHP 338 771
Provider     Quarrytown Clinic
Processed    05/09/2025

Service date   Service         Billed    Plan paid
04/02/2025     Office visit    240.00    116.60
""")
    assert document.payer is not None
    assert document.provider is not None
    assert (document.payer.name, document.provider.name) == ("Greywater of Marlow", "Quarrytown Clinic")


def test_the_dentist_of_a_predetermination_is_the_provider_and_the_letterhead_the_payer() -> None:
    document = read_text("""
Enamel Guard Dental Plans
PREDETERMINATION OF BENEFITS
PO Box 1178, Marrow Bay, WI 53999

Patient      Ada Lombard          Notice date     Aug 19, 2025
Dentist      Quarry Lane Oral Surgery

Tooth   Code     Planned treatment     Fee
19      D6010    Implant body          2,350.00
19      D6058    Crown                 1,680.00
Estimated total  4,030.00
""")
    assert document.payer is not None
    assert document.provider is not None
    assert (document.payer.name, document.payer.address) == (
        "Enamel Guard Dental Plans",
        "PO Box 1178, Marrow Bay, WI 53999",
    )
    assert document.provider.name == "Quarry Lane Oral Surgery"


def test_the_place_of_the_care_does_not_ask_for_the_money() -> None:
    document = read_text(BILL.format(more="Facility: Marlow Surgery Center     Patient: Ada Lombard"))
    assert document.provider is not None
    assert document.provider.name == "Larkspur Rescue Squad, Inc"


def test_the_number_of_a_member_stands_behind_the_word_alone() -> None:
    document = read_text(BILL.format(more="Plan: Larch Meadow HMO     Member: LMH0044718-01     Statement: 05/13/2025"))
    assert document.coverage is not None
    assert document.payer is not None
    assert (document.coverage.member_id, document.coverage.subscriber_name) == ("LMH0044718-01", None)
    assert (document.payer.name, str(document.document_date)) == ("Larch Meadow HMO", "2025-05-13")


def test_a_surname_with_the_letters_of_a_trade_is_a_persons() -> None:
    document = read_text("""
Medicare Summary Notice
for Part A (Hospital Insurance)

AMBROSE VANDERMEYER
12 QUARRY ROAD
MARLOW, OH 44100

Medicare Number      1XX4-YY7-ZZ10
Marlow Hospital, (555) 555-0199
180 Mill Road, Marlow, OH 44100

Claim                    Non-covered   Medicare paid   You may be billed
Inpatient hospital care  $0.00         $8,204.62       $1,736.00
""")
    assert document.provider is not None
    assert document.patient is not None
    assert (document.provider.name, document.patient.name) == ("Marlow Hospital", "AMBROSE VANDERMEYER")


def test_an_amount_in_large_print_stands_farther_below_its_small_caption() -> None:
    page = make_page("""
Your share for all claims

Patient: Ada Lombard

Date          Service         Billed     Plan paid     You owe
05/02/2026    Office visit    $100.00    $80.00        $20.00
05/03/2026    Rapid test      $50.00     $40.00        $10.00
""")
    caption = max(word.box.y1 for word in page.words if word.text == "Your")
    lowered = [
        word
        if word.box.y1 <= caption
        else replace(word, box=replace(word.box, y0=word.box.y0 + 90, y1=word.box.y1 + 90))
        for word in page.words
    ]
    large = make_word("$30.00", 0, caption + 6, 260, caption + 76)
    labels = lay_out(replace(page, words=(*lowered, large))).labels
    assert [str(label.value.value) for label in labels if label.field == "total_owed"] == ["30.00"]


def test_a_value_in_large_print_below_its_caption_is_the_captions() -> None:
    words = [
        make_word("Balance", 100, 100, 170, 116), make_word("due", 176, 100, 210, 116),
        make_word("Due", 500, 100, 535, 116), make_word("date", 541, 100, 580, 116),
        # Three times as high: its middle stands far below the caption, its upper edge does not.
        make_word("$343.45", 100, 130, 300, 178),
        make_word("April", 500, 130, 600, 178), make_word("10,", 615, 130, 670, 178),
        make_word("2026", 690, 130, 800, 178),
    ]  # fmt: skip
    page = replace(make_page("x"), words=tuple(words))
    labels = lay_out(page).labels
    assert {label.field: str(label.value.value) for label in labels}["balance_due"] == "343.45"
    assert "due_date" in {label.field for label in labels}
