"""Letterheads, the address and phone of whoever sends a paper, and where they stand."""

from plainbill.case import Document
from plainbill.reading.documents import parse
from plainbill.reading.layout import lay_out
from plainbill.reading.page import PageWords
from plainbill.testing.doubles import make_word
from tests.reading.papers import read_text

SERVICES = """

Date          Code     Description       Amount
04/02/2026    99213    Office visit      120.00
Total charges                            120.00
"""


def bill(head: str) -> Document:
    return read_text(head + SERVICES)


def test_an_address_right_of_the_letterhead_is_the_providers() -> None:
    document = bill("""
Ferncross Diagnostics                                 9 Assay Park, Velmont, NJ 07899

Patient: Ada Lombard          Account: LC-10447
""")
    assert document.provider is not None
    assert document.provider.address == "9 Assay Park, Velmont, NJ 07899"


def test_address_and_phone_below_the_label_of_the_provider_are_its() -> None:
    document = bill("""
GOOD FAITH ESTIMATE FOR HEALTH CARE ITEMS AND SERVICES

Patient Name: Ada Lombard               Provider/Facility: Redfern Surgical Pavilion
Date of Birth: 06/21/1980               48 Galleon Way, Port Sorrel, FL 33999
Date of estimate: 05/11/2026            NPI 1558800551
                                        (727) 555-0172
""")
    assert document.provider is not None
    assert (document.provider.address, document.provider.phone) == (
        "48 Galleon Way, Port Sorrel, FL 33999",
        "(727) 555-0172",
    )


def test_the_office_above_goes_before_the_clinician_whom_the_patient_saw() -> None:
    document = read_text("""
After Visit Summary
Greywater Internal Medicine, 3 Causeway Ct, Ferris, DE 19998
302-555-0133

Patient:           Ada Lombard
Date of birth:     03/30/1957
Date of visit:     05/18/2026
Seen by:           Anneliese Quist, MD

Reason for visit
Follow-up of high blood pressure
""")
    assert document.provider is not None
    assert (document.provider.name, document.provider.address, document.provider.phone) == (
        "Greywater Internal Medicine",
        "3 Causeway Ct, Ferris, DE 19998",
        "302-555-0133",
    )


def test_a_phone_number_is_read_with_a_slash_and_behind_the_name_of_its_office() -> None:
    for printed, number in (
        ("77 Wisteria Row, Lowgap, NC 27999 Ph 336/555-0150", "336/555-0150"),
        ("Abernathy Family Medicine Billing office 480-555-0181 (8am-5pm)", "480-555-0181"),
    ):
        document = bill(f"Abernathy Family Medicine\n{printed}\n\nPatient: Ada Lombard    Account: LC-10447\n")
        assert document.provider is not None
        assert document.provider.phone == number


NOTICE = """
{head}
Benefit summary (not a bill)

Patient: Ada Lombard          Claim number: VX-3390177
Member ID: CVB 8812 0045      Processed: 05/09/2026

Date          Procedure   Billed    Allowed    Plan paid   You owe
04/02/2026    S0621       100.00      80.00        60.00     20.00
"""


def test_a_company_may_be_called_after_the_benefits_that_it_pays() -> None:
    document = read_text(NOTICE.format(head="Clearmark Vision Benefits"))
    assert document.payer is not None
    assert document.payer.name == "Clearmark Vision Benefits"
    employer = read_text(NOTICE.format(head="Marlow Employee Benefits"))
    assert employer.payer is not None
    assert employer.payer.name == "Marlow Employee Benefits"
    titled = read_text(NOTICE.format(head="Your Vision Benefits"))
    assert titled.payer is None or titled.payer.name != "Your Vision Benefits"


def test_the_zeros_that_a_reader_took_for_letters_part_no_address() -> None:
    document = read_text(NOTICE.format(head="Brassfield Teamsters Health Plan\nPO B0X 331 BRASSFIELD 0H 44999"))
    assert document.payer is not None
    assert document.payer.address == "PO B0X 331 BRASSFIELD 0H 44999"


def test_a_state_and_its_program_are_one_payer() -> None:
    document = read_text(NOTICE.format(head="STATE OF WINNEMAC MEDICAL ASSISTANCE PROGRAM"))
    assert document.payer is not None
    assert document.payer.name == "STATE OF WINNEMAC MEDICAL ASSISTANCE PROGRAM"


def test_the_name_on_a_card_is_whole_where_its_large_print_parts_it_and_a_blank_parts_no_phone() -> None:
    placed = [
        ("Thistledown", 159, 80, 512, 84), ("Health", 726, 80, 262, 84), ("Bronze", 1996, 80, 120, 50),
        ("PPO", 2130, 80, 80, 50),
        ("Subscriber", 154, 290, 200, 48), ("Group", 1325, 290, 110, 48),
        ("FENWICK", 150, 360, 200, 48), ("ROSSELLINI", 370, 360, 220, 48), ("0077-B", 1321, 360, 130, 48),
        ("Member", 159, 500, 150, 48), ("ID", 320, 500, 40, 48),
        ("TDH77120499", 160, 560, 300, 48), ("Member", 2048, 740, 150, 48), ("services", 2210, 740, 150, 48),
        ("1-855-555-01", 2043, 805, 240, 48), ("47", 2298, 805, 40, 48),
        ("Primary", 155, 740, 150, 48), ("care", 315, 740, 90, 48), ("$30", 415, 740, 70, 48),
    ]  # fmt: skip
    words = tuple(make_word(text, x0, y, x0 + width, y + height) for text, x0, y, width, height in placed)
    page = PageWords(index=0, file="card", number=1, width=2500, height=1600, words=words)
    parsed = parse([page], [lay_out(page)])
    assert parsed is not None
    payer = parsed.document.payer
    assert payer is not None
    assert (payer.name, payer.phone) == ("Thistledown Health", "1-855-555-0147")


def test_the_only_day_beside_the_head_of_a_letter_is_its_day() -> None:
    document = read_text("""
GRANTHAM RECOVERY LLC                                              06/02/2026
PO Box 5150, Dellwood, TN 37999                         Reference: GO-990417
Toll free 1-833-555-0164

Ada Lombard
17 Millrace Apt 4
Dellwood TN 37998

The account below was placed with our office for collection. We are a debt collector.

Creditor                  Account      Date of service   Amount due
Fallowfield Physicians    FEP-22871    08/14/2025        $707.94

Total amount due: $707.94
""")
    assert document.document_date is not None
    assert document.document_date.isoformat() == "2026-06-02"


def test_the_practice_right_before_its_number_is_the_provider_of_a_remittance() -> None:
    document = read_text("""
    MEDICARE REMITTANCE NOTICE          WESTERN ADMIN SERVICES MAC
    SUNSET RIDGE PODIATRY               NPI: 1669900123    DATE: 06/11/2026

    SERV DATE    POS  NOS  PROC   MODS   BILLED   ALLOWED   DEDUCT   COINS   PROV PD
    05/15/26     11    1   11721  59      95.00     44.20     0.00     8.84   35.36
    05/15/26     11    1   99212  25      88.00     52.10     0.00    10.42   41.68
    """)
    assert document.provider is not None and document.provider.name == "SUNSET RIDGE PODIATRY"


def test_a_sentence_that_begins_with_the_is_no_letterhead() -> None:
    document = read_text("""
    The amount you owe the hospital
    Amberlea Medical Group
    Date          Code     Charge
    05/15/2026    99213    95.00
    """)
    assert document.provider is not None and document.provider.name == "Amberlea Medical Group"


def test_a_heading_that_asks_or_tells_who_or_what_is_no_letterhead() -> None:
    for heading in ("Who took care of you", "What was done"):
        text = f"""
{heading}

Patient: Ansel Pruitt       Account: 40-1182
Statement date: 06/11/2025
Service            Date          Code     Charge
Hearing test       05/20/2025    92557    $120.00
Ear wax removal    05/20/2025    69210     $85.00
Balance                                   $205.00
"""
        assert read_text(text).provider is None


def test_an_hmo_is_a_company() -> None:
    document = read_text("""
        Trident HMO                                       Coverage Decision
        PO Box 7852
        Dunmore Bay, ME 20071
        For services to: Ada Lombard      Whoever treated: Larkmoor Health System
        Member ID: LAH0077214
        Dear Patient:
        We have reviewed the request for the service wrist splint and cannot approve it.
        You may appeal within 180 days of the date of this letter.
    """)

    assert document.payer is not None
    assert document.payer.name == "Trident HMO"


def test_the_name_of_a_state_may_be_spelled_out_in_an_address() -> None:
    document = bill("""
Ferncross Diagnostics
9 Assay Park, Velmont, New Jersey 07899

Patient: Ada Lombard          Account: LC-10447
""")
    assert document.provider is not None
    assert document.provider.address == "9 Assay Park, Velmont, New Jersey 07899"


def test_clinicians_may_write_under_their_own_names() -> None:
    placed = (
        ("A. Lombard, M.D. & T. Quarrie, M.D.", 300, 40, 40),
        ("FAMILY PRACTICE", 420, 100, 16),
        ("Patient: Ada Vance", 60, 180, 20),
        ("Account: LC-10447", 600, 180, 20),
        ("Date", 60, 260, 20),
        ("Code", 300, 260, 20),
        ("Description", 450, 260, 20),
        ("Amount", 900, 260, 20),
        ("04/02/2026", 60, 300, 20),
        ("99213", 300, 300, 20),
        ("Office visit", 450, 300, 20),
        ("120.00", 900, 300, 20),
    )
    words = tuple(make_word(text, x0, y, x0 + 0.5 * height * len(text), y + height) for text, x0, y, height in placed)
    page = PageWords(index=0, file="bill", number=1, width=1200, height=1500, words=words)
    parsed = parse([page], [lay_out(page)])
    assert parsed is not None and parsed.document.provider is not None
    assert parsed.document.provider.name == "A. Lombard, M.D. & T. Quarrie, M.D."


def test_dollars_and_cents_of_what_is_due_may_stand_apart_behind_their_sign() -> None:
    document = read_text("""
Ferncross Diagnostics
Patient: Ada Lombard          Account: LC-10447          Date: 04/30/2026

Date          Code     Description       Amount
04/02/2026    99213    Office visit      120.00
Total charges                            120.00

NOW DUE     $ 120 00
""")
    assert document.totals is not None and str(document.totals.balance_due) == "120.00"


def test_the_number_of_a_desk_before_the_street_is_part_of_the_address() -> None:
    document = bill("""
Ferncross Medical Group
Dept 7710, 9 Assay Park
Velmont, NJ 07899

Patient: Ada Lombard          Account: LC-10447
""")
    assert document.provider is not None
    assert document.provider.address == "Dept 7710, 9 Assay Park, Velmont, NJ 07899"
