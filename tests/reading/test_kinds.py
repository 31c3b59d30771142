import pytest

from plainbill.reading.layout import lay_out
from plainbill.reading.page import PageWords
from plainbill.testing.doubles import make_word
from tests.reading.papers import page_of, read_text

LETTER = """\
Past Due Notice
Westerfield Radiology Associates
Patient: Yusuf Grimaldi      Balance: $1,839.68

Our records show that your account is past due. Please disregard this notice if you have paid.
Unless we hear from you the account may be referred to a collection agency.
"""
VISIT = """\
Summary of Your Visit
Lantern Cove Physical Therapy
Patient: Delphine Fairweather      Statement covers: 02-19-2024

Services performed                CPT
Training to walk, 15 minutes      97116

This summary is part of your medical record.
"""
CARD = """\
Harborstone Silver Saver
Insured: Valentina Jorgensen     ID #: PCJ80458806
PCP $20   Specialist $20   Urgent care $10   ER $20
This card does not guarantee
coverage.
"""

COLLECTION = """\
Collection Notice
Silver Fork Family Physicians, P.C.
For services to: Zelda Ellsworth   Your account: 5791-83809   Pay this amount: $937.00

Our records show that your account is past due. If you have paid, please disregard this notice.
Unless we hear from you the account may be referred to a collection agency.
"""
REMITTANCE = """\
Trident Health                                   Paid Claims
Your provider: Juniper Flats Dental Group        Check No.: 897943655

Date      Code     Billed    Adj Code   Adj Amount    Paid
7/9/2025  D2392    239.87    PR-29          239.87    0.00
7/9/2025  D0120     57.00    CO-45           34.77   22.23
"""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (LETTER, "letter"),
        (VISIT, "visit_summary"),
        (CARD, "insurance_card"),
        (COLLECTION, "letter"),
        (REMITTANCE, "eob"),
    ],
)
def test_the_words_of_a_paper_tell_its_kind(text: str, kind: str) -> None:
    assert lay_out(page_of(text)).kind == kind


def test_a_notice_that_lists_charges_is_a_bill() -> None:
    text = LETTER + "\nDate        Code    Description     Charge\n04/02/2025  73630   X-ray of foot   120.00\n"
    assert lay_out(page_of(text)).kind == "bill"


@pytest.mark.parametrize(
    "text",
    [
        "FINAL NOTICE\nElmgrove Community Hospital\nPt name: Marisol Lattimore   Amount due: $1,051.75",
        "Juniper Mutual HMO\nMember: Lysander Svensson  Group no.: 00883710\nPCP $35  Specialist $50",
    ],
)
def test_a_few_words_of_the_trade_make_a_paper_medical(text: str) -> None:
    assert lay_out(page_of(text)).medical


@pytest.mark.parametrize(
    "text",
    [
        "Yarrow Auto Repair\nBrake pads front   180.00\nLabor 2.5 hr   250.00\nTOTAL $430.00\nPay within 20 days.",
        "Foxhaven Electric & Water\nBasic service charge   14.00\nEnergy charge 612 kWh   77.10\nState tax   4.90",
    ],
)
def test_papers_of_other_trades_are_not_medical(text: str) -> None:
    assert not lay_out(page_of(text)).medical


@pytest.mark.parametrize(
    "words",
    [
        "Vista del Sol Group\n12/12/24  HIGH COMPLEXITY 99285    2,480.00\n12/12/24  HEAD 70450    1,320.00\nVISIT",
        "Foxglove Wellness\nAnnual exam (99396)      $260.00\nSonogram (76830)     $395.00\nYou owe     $655.00",
        "Tolliver Recovery\nWe are a debt collector.\nYou owe this to Lantern Cove Medical Center.\nTotal now: $88.00",
        "Bay Primary Care\nYour account is past due.\nIt may be referred to a collection agency.\nYou owe: $88.00",
        "Rocklin Associates\nCreditor: Emery Emergency Physicians\nAccount number: 88120-EEP\nTotal due: $742.18",
    ],
)
def test_a_few_words_or_codes_of_the_trade_make_a_medical_paper(words: str) -> None:
    assert lay_out(page_of(words)).medical


def test_a_debt_of_another_trade_is_not_medical() -> None:
    assert not lay_out(page_of("Tolliver Recovery\nWe are a debt collector.\nYou owe this to Corner Motors.")).medical


def test_one_number_that_looks_like_a_code_makes_none() -> None:
    assert not lay_out(page_of("Corner Hardware\nSaw blade 99285       $24.80\nTotal        $24.80")).medical


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Delinquent Account Notice\nLantern Cove Clinic\nPatient: Ada Lombard\nBalance: $88.00", "letter"),
        ("Medicaid Statement of Services\nPatient: Ada Lombard\nProvider: Lantern Cove Clinic", "eob"),
        (
            "Lantern Cove Health Plan\nCare that was billed to us\nMember ID: 44 1\nVisit  What we paid  What you owe",
            "eob",
        ),
        (
            "Lantern Cove Health Plan\nPatient: Ada Lombard   Statement processed 05/06/2026\n"
            "What was done     Clinic billed     Your plan paid     You pay\n"
            "Office visit            140.00             100.00       40.00",
            "eob",
        ),
        ("Health Insurance Claim\n1a. Insured's I.D. Number\n2. Patient's Name\nCPT 99213", "bill"),
    ],
)
def test_a_title_tells_the_kind(words: str, kind: str) -> None:
    assert lay_out(page_of(words)).kind == kind


def test_a_letter_about_a_debt_is_one_although_it_lists_the_account_and_what_is_due() -> None:
    layout = lay_out(
        page_of("""
GRANTHAM RECOVERY LLC                                              06/02/2026
Reference: GO-990417

Dear Ada Lombard,
The account below was placed with our office. We are a debt collector. This is an attempt to collect a debt.

Creditor                  Account      Date of service   Charge      Interest   Amount due
Fallowfield Physicians    FEP-22871    08/14/2025        $684.00     $23.94     $707.94

Total amount due: $707.94
""")
    )
    assert layout.kind == "letter"


def test_a_bill_that_says_what_its_office_does_not_do_is_no_letter() -> None:
    layout = lay_out(
        page_of(
            "Harbor Clinic\nPatient: Ada Lombard      Account: 77123\n"
            "Date          Description          Amount\n03/02/2026    Office visit         140.00\n"
            "03/02/2026    Rapid test            60.00\nTotal                              200.00\n"
            "We are unable to approve payment plans by phone.\nWe cannot cover late fees. Please contact us.\n"
        )
    )
    assert layout.kind == "bill"


def test_a_title_in_large_print_over_two_rows_is_one() -> None:
    words = [
        ("YOUR VISIT", 700, 60, 900, 94),
        ("Granite Clinic", 60, 76, 300, 116),
        ("SUMMARY", 700, 110, 860, 144),
        ("Billing Office 555-0165", 60, 160, 330, 184),
        ("Patient: Ada Lombard", 60, 240, 300, 264),
        ("PERFORMED TODAY", 60, 320, 270, 344),
        ("HCPCS/CPT", 700, 320, 820, 344),
        ("Stimulation", 60, 360, 190, 384),
        ("97014", 700, 360, 770, 384),
        ("Exercises", 60, 400, 170, 424),
        ("97110", 700, 400, 770, 424),
    ]
    page = PageWords(
        index=0, file="a", number=1, width=1000, height=1300, words=tuple(make_word(*word) for word in words)
    )
    assert lay_out(page).kind == "visit_summary"


def test_who_says_of_each_service_that_it_was_denied_and_why_is_the_plan() -> None:
    document = read_text("""
    QUARRY PREFERRED HEALTH
    Box 2240 Springfield, Missouri 65801
    March 16, 2026
    Subscriber no. QPH 330417     Patient ADA LOMBARD
    Supplier RESTWELL HOME MEDICAL     Claim 260-55-19073

    Date          Code     Item            Charged    Not allowed    Paid    Action    Reason    Member liability
    02/20/2026    E0601    CPAP DEVICE      112.50         112.50    0.00    DENIED    D14                 112.50
    02/20/2026    A7034    NASAL MASK       117.40         117.40    0.00    DENIED    D02                   0.00
                           TOTAL            229.90         229.90    0.00                                  112.50
    """)
    assert document.kind == "eob"
    assert document.totals is not None and str(document.totals.patient_responsibility) == "112.50"
