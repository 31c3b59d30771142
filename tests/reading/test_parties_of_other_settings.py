"""Parties and days as sites, rows of captions, running words and print in capitals tell them."""

from decimal import Decimal

import pytest

from plainbill.case import Document
from plainbill.reading.terms.running_text import ends_one_in_capitals
from plainbill.testing.doubles import make_page, make_word
from tests.reading.papers import read_pages, read_text

BILL = """
{head}
Statement date: 05/01/2026
{more}

Date          Code     Description          Fee
03/02/2026    99213    Office visit         140.00
03/02/2026    87880    Rapid strep test      40.00
{sums}
"""


def bill(
    head: str = "Osprey Lake Clinic\n40 Pine Road, Lexmoor, KY 40999",
    more: str = "Patient: Ada Lombard",
    sums: str = "Amount due                                  180.00",
) -> Document:
    return read_text(BILL.format(head=head, more=more, sums=sums))


def test_the_number_of_a_site_ends_the_name_of_one_of_many() -> None:
    provider = bill(head="Larch Kidney Care - Unit 0731\n40 Pine Road, Lexmoor, KY 40999").provider
    assert provider is not None
    assert (provider.name, provider.address) == ("Larch Kidney Care - Unit 0731", "40 Pine Road, Lexmoor, KY 40999")


def test_an_insurer_set_off_by_commas_is_named_though_its_row_begins_with_the_word_for_it() -> None:
    payer = bill(
        more="Patient: Ada Lombard\nYour claim was decided. Your\ninsurance, Juniper Choice, has decided all of it."
    ).payer
    assert payer is not None
    assert payer.name == "Juniper Choice"


def test_private_is_the_name_of_no_insurer() -> None:
    assert bill(more="Patient: Ada Lombard\nInsurance: Private").payer is None


def test_the_first_of_two_numbered_payers_is_the_insurer() -> None:
    payer = bill(more="Patient: Ada Lombard\nPayer 1: Juniper Health Plan      Payer 2: Larch Mutual").payer
    assert payer is not None
    assert payer.name == "Juniper Health Plan"


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("Why this bill? Osprey is out of network with your plan. It did not pay all.", "out"),
        ("If Osprey is out of network with your plan, call us.", None),
        ("Osprey is not out of network with your plan.", None),
    ],
)
def test_a_sentence_says_whether_the_office_is_of_the_network(said: str, status: str | None) -> None:
    coverage = bill(sums=f"Amount due                                  180.00\n\n{said}").coverage
    assert (coverage.network_status if coverage is not None else None) == status


def test_whoever_was_transported_is_the_patient() -> None:
    more = """PATIENT TRANSPORTED      INSURANCE BILLED          MEMBER #
Ada Lombard              Juniper Health Plan       JHP5530198"""
    patient = bill(more=more).patient
    assert patient is not None
    assert patient.name == "Ada Lombard"


def test_the_day_somebody_was_seen_stands_behind_where() -> None:
    text = """
    Osprey County Public Health
    40 Pine Road, Lexmoor, KY 40999
    Child: Ada Lombard      Mailed 05/01/2026
    Clinic: Larch School, seen Monday, March 2, 2026

    CPT      Vaccine      Fee
    90715    Tdap         12.00
    90651    HPV          87.00
    You pay               99.00
    """
    assert str(read_text(text).service_from) == "2026-03-02"


def test_a_day_on_or_before_which_to_pay_is_the_one_it_is_due() -> None:
    document = bill(sums="Due now                                     180.00\non or before 05/15/26")
    assert str(document.due_date) == "2026-05-15"


@pytest.mark.parametrize(
    ("said", "paid"),
    [
        ("The client has paid in full; please reimburse the client directly.", Decimal("180.00")),
        ("Reimburse the client if the client has paid in full.", None),
        ("Thank you.", None),
    ],
)
def test_a_column_of_what_was_paid_is_the_patients_where_a_sentence_says_so(said: str, paid: Decimal | None) -> None:
    document = read_text(
        f"""
        Osprey Lake Therapy
        40 Pine Road, Lexmoor, KY 40999
        Client: Ada Lombard       Statement date: 05/01/2026

        Date          Code     Service              Fee         Paid
        03/02/2026    90791    Intake              $140.00     $140.00
        03/09/2026    90834    Session, 45 min      $40.00      $40.00
        Total                                      $180.00     $180.00
        Balance                                                  $0.00

        {said}
        """
    )
    assert document.totals is not None
    assert document.totals.patient_paid == paid


def test_a_rebate_is_taken_off() -> None:
    sums = """Total price         180.00
    Trade-in rebate                            -50.00
    Balance due                                130.00"""
    totals = bill(sums=sums).totals
    assert totals is not None
    assert totals.adjustments == Decimal("50.00")


@pytest.mark.parametrize(("word", "ends"), [("PLAN.", True), ("CORP.", False), ("ST.", False), ("PLAN", False)])
def test_a_sentence_in_capitals_ends_in_a_whole_word(word: str, ends: bool) -> None:
    assert ends_one_in_capitals(word, ["SERVICES", "AT:"]) is ends


def test_words_of_wide_letters_beside_small_print_are_one_name() -> None:
    """A name in letters 20 wide with blanks as wide, each letter narrower than its room."""
    words, x = [], 100.0
    for text in ("OSPREY", "IMAGING", "CONSULTANTS"):
        words.append(make_word(text, x, 100.0, x + 20 * len(text) - 7, 126.0))
        x += 20 * (len(text) + 1)
    small = [make_word(t, 900.0 + 90 * i, 103.0, 980.0 + 90 * i, 125.0) for i, t in enumerate(["PAYING", "BYCARD"])]
    page = make_page(BILL.format(head="", more="Patient: Ada Lombard", sums="Amount due          180.00"))
    below = [make_word(w.text, w.box.x0, w.box.y0 + 300, w.box.x1, w.box.y1 + 300) for w in page.words]
    (parsed,) = read_pages(
        type(page)(index=0, file="a", number=1, width=1400.0, height=1600.0, words=(*words, *small, *below))
    )
    provider = parsed.document.provider
    assert provider is not None
    assert provider.name == "OSPREY IMAGING CONSULTANTS"
