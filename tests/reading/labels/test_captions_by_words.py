"""Captions that no table has as a whole, understood by the words they are made of; and those of other things."""

from dataclasses import replace

import pytest

from plainbill.reading.labels.label_words import label_meaning
from plainbill.reading.page import Box
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.tokens import Token
from plainbill.reading.terms.vocabulary import Meaning
from plainbill.testing.doubles import make_word
from tests.reading.papers import SERVICES, page_of, read_pages, read_text

UNDERSTOOD = {
    "document_date": """
        Statement mail date; Report generated on; Date this letter was printed; Ledger as of; Quote given on
        Patient receipt date; Correspondence date; Date of quotation; Our notice dated; Hospital bill run date
        Date estimate was provided; Advice created; Preparation date; Print date/time; As-of date
    """,
    "processed_date": """
        Plan decision date; Claim finished on; Date of adjudication; EOB print date; Date payment issued
        Benefit determination date; Voucher date; Denial date; Date claim was paid; Date of remittance
        Paid or denied on; Claim closed date; Decision reached on; Finalization date; Warrant issue date
    """,
    "service_dates": """
        Office visit date; Date you were seen; Date of eye exam; Performed on; Date specimen drawn; Care dates
        Surgery scheduled for; Session dates; Admit-discharge dates; Service from/to; Date equipment delivered
        Study date; Statement covers dates; Anticipated service date; Date of infusion
    """,
    "service_from": """
        Hospital admit date; Date of arrival; First day of service; Beginning date of service; DOS from
        Start of stay; Rental start date; Patient admitted on
    """,
    "service_to": """
        Date of departure; End of care; Ending date of service; DOS thru; Stay ended on; Last day of service
        Service period end; You were discharged on
    """,
    "account": """
        Clinic account no.; Family account number; Doctor's account #; Hosp acct no; Lab account
        Patient identifier; Account reference number; Household acct; Patient ctl no.
        Professional account number
    """,
    "invoice": """
        Lab invoice number; Visit bill #; Good faith estimate ID; Price quote no.; Ambulance bill number
        Trip ID; Patient encounter number; Charge ticket no.; Work order no.; Treatment plan number
        Our file no.; Episode ID
    """,
    "claim_number": """
        Dental claim no.; Carrier's claim number; Claim tracking ID; Workers' comp claim #; Claim document no.
        Health plan claim number; ICN / claim number; Medicaid claim no.; Pharmacy claim number
    """,
    "coverage.member_id": """
        Contract holder ID; Primary policy number; Health insurance number; Medicare beneficiary number
        Plan member number; ID card number; Enrollee identification number; Household member ID
        Patient policy number
    """,
    "coverage.group_number": """
        Subscriber's group number; Dental group no.; Union local/group; Group identifier; Group account number
        Cardholder group number; Employer number; Benefit group ID
    """,
    "due_date": """
        Please mail payment by; Must be paid by; Bill due date; Last day to pay; Payment must be received by
        Please remit your payment no later than; Balance due on; Payable on or before; Deadline for payment
    """,
    "provider.name": """
        Name of practice; Services received at; Claim filed by; Physician or supplier; Dispensed by
        Where care was given; Who sent the bill; Provider who treated you; Imaging facility; Check sent to
        Bill from
    """,
    "payer.name": """
        Primary dental insurance; Insurance company billed; Claim mailed to; Workers comp carrier
        Dental carrier; Benefits administrator; Patient's health plan; Coverage on file; Auto insurer
        Plan administered by
    """,
    "patient.name": """
        Person receiving care; Who was treated; Services rendered to; Invoice for; Child's name; Injured person
        This statement is for; Patient served; Itemized bill for; Care received by; Patient's legal name
    """,
    "authorization": """
        Plan authorization number; Pre-approval no.; Prior auth ID; Referral/authorization number; Precert ID
        Utilization review number; Approval reference no.; Insurance auth #; Surgery authorization number
    """,
}
OTHERS = """
    Guarantor no.; Guarantor account number; Statement number; Stmt ref; Batch no.; Trace number
    Confirmation number; Check no.; Federal tax ID; Group NPI; Patient DOB; Member date of birth
    Page number; Copies; Date of accident; Date of onset; Last payment date; Date of last payment
    Last visit date; Date last seen; Last treatment date; Last statement date; Next appointment date
    Next visit on; Return visit date; Recall date; Follow-up date; Payment plan date; Policy period
    Policy effective date; Plan year; Plan start date; Benefit period; Coverage ends; Enrollment date
    Member since; Patient since; Date of hire; Valid until; Estimate expires on; Quote valid through
    Expected due date; Expected delivery date; Rx number; Prescription no.; Pharmacy order number
    Rx order number; Document control number; Notice number; Form number; License number; DEA no.
    Routing number; Bank account number; Account type; Account name; Account balance; Account manager
    Payment plan number; Authorized by; Authorization expires; Authorization date; Referring provider
    Ordered by; Attending physician; Rendering provider; Primary care provider; Provider ID; Provider phone
    Provider discount; Claim status; Claim type; Claim form; Claim total; Claim received date
    Number of claims; No. of visits; Number of sessions; # of visits; Visits remaining; Visit type
    Patient class; Patient phone; Patient SSN; Patient balance; Insurance phone; Insurance balance
    Insurance billed on; Secondary policy number; Secondary insurance; Other insured's name
    Secondary group number; Plan discount; Plan paid; Group tax ID; Employer tax ID; Member phone
    Dependent number; Appeal must be filed by; Respond by; Records due by; Return this form by; Lot number
    Item number; Room number; Start time; Discharge status; Admission type; Admitting diagnosis
    Collection agency; Agency account number; Original creditor; Date sent to collections
    Date sent to insurance; Insurance filed date; Past due since; Late fee date; Date posted; Prepared by
    Printed by; Date signed; Revision date; Date of death; Order date; Ship date; Tracking number
    Case manager; Grievance number; Contact person; Guardian name; Payer fax; Paid by us
    Payments by patient
"""


def _each(text: str) -> list[str]:
    return [caption.strip() for row in text.strip().splitlines() for caption in row.split(";")]


def _meaning(caption: str) -> Meaning | None:
    return label_meaning([_atom(word) for word in caption.split()])


def _atom(text: str) -> Atom:
    box = Box(x0=0.0, y0=0.0, x1=10.0, y1=10.0)
    token = Token(text=text, box=box, source_box=box, confidence=0.9, page=0, y=5.0)
    return Atom(kind="text", tokens=(token,), text=text)


@pytest.mark.parametrize(
    ("field", "caption"), [(field, each) for field, text in UNDERSTOOD.items() for each in _each(text)]
)
def test_a_caption_is_understood_by_its_words(field: str, caption: str) -> None:
    meaning = _meaning(caption)

    assert meaning is not None
    assert meaning.fields[0] == field


@pytest.mark.parametrize("caption", _each(OTHERS))
def test_a_caption_of_another_thing_is_none_of_these(caption: str) -> None:
    meaning = _meaning(caption)

    assert meaning is None or meaning.fields[0] not in UNDERSTOOD


@pytest.mark.parametrize("caption", ["Stay number", "Filled on", "Claim form", "Transport ID", "Office of"])
def test_words_that_were_read_right_are_not_those_of_a_label_with_another_letter(caption: str) -> None:
    meaning = _meaning(caption)

    assert meaning is None or meaning.exact


def test_a_letter_read_wrong_is_forgiven_where_the_words_are_no_words() -> None:
    meaning = _meaning("Statenent date")

    assert meaning is not None
    assert meaning.fields[0] == "document_date"


@pytest.mark.parametrize(
    ("head", "provider"), [("Office: Alder Brook Optometry", "Alder Brook Optometry"), ("Office   Suite 12", None)]
)
def test_a_word_of_rooms_needs_a_colon(head: str, provider: str | None) -> None:
    read = read_text(f"""
        Explanation of Benefits
        Tidewater Mutual Health Plan
        {head}
        Member: Odette Farrow      Member ID: TMH4410927
        {SERVICES}
    """)

    assert (read.provider.name if read.provider else None) == provider


def test_a_phone_number_with_a_blank_is_no_number_of_an_approval() -> None:
    page = page_of(f"""
        Tidewater Mutual Health Plan
        Explanation of Benefits
        Member: Odette Farrow      Member ID: TMH4410927
        Approval no.: 1-800-555-01 74
        {SERVICES}
    """)
    near = [i for i, word in enumerate(page.words) if word.text == "74"]
    words = list(page.words)
    for i in near:
        before = words[i - 1].box
        words[i] = make_word("74", before.x1 + 3, before.y0, before.x1 + 23, before.y1)

    (parsed,) = read_pages(replace(page, words=tuple(words)))

    assert near
    assert parsed.document.authorization_number is None


def test_a_word_amid_small_ones_is_no_label_of_its_own() -> None:
    read = read_text(f"""
        Tidewater Mutual Health Plan
        Explanation of Benefits
        Member: Odette Farrow      Member ID: TMH4410927
        {SERVICES}
        So much of this is what can be billed: $20.00
    """)

    assert read.totals is not None
    assert str(read.totals.charges) == "180.00"


NOTICE = """
    Tidewater Mutual Health Plan
    Explanation of Benefits
    Member: Odette Farrow      Member ID: TMH4410927
    {row}
    {services}
"""


def test_captions_in_capitals_stand_out_from_names_in_small_letters() -> None:
    row = "CLAIM TW-4471-203 MEDICAL GROUP Alder Brook Medical Group DECISION DATE 03/19/2026"

    read = read_text(NOTICE.format(row=row, services=SERVICES))

    assert read.claim_number == "TW-4471-203"
    assert read.provider is not None
    assert read.provider.name == "Alder Brook Medical Group"
    assert str(read.processed_date) == "2026-03-19"


def test_the_letters_of_a_claims_number_are_no_caption_of_a_diagnosis() -> None:
    read = read_text(NOTICE.format(row="Claim Number: DX 7731 2290 04", services=SERVICES))

    assert read.claim_number == "DX 7731 2290 04"


@pytest.mark.parametrize(
    ("status", "day"), [("Paid 03/21/2026", "2026-03-21"), ("Received 03/21/2026", None), ("Paid in full", None)]
)
def test_the_day_behind_what_became_of_a_claim_is_when_it_was_decided(status: str, day: str | None) -> None:
    read = read_text(NOTICE.format(row=f"Claim status: {status}", services=SERVICES))

    assert (str(read.processed_date) if read.processed_date else None) == day


@pytest.mark.parametrize(
    "row",
    [
        "Here is what we did at your stay. Account QR-7719-4402.",
        "Bill of March 9, 2026 for Ida Thorne account QR-7719-4402",
    ],
)
def test_an_account_is_told_behind_a_sentence_and_in_a_title(row: str) -> None:
    read = read_text(f"""
        Alder Brook Hospital
        {row}
        Date          Code     Description          Charge
        03/02/2026    99213    Office visit         140.00
        03/02/2026    87880    Rapid strep test      40.00
        Amount due                                  180.00
    """)

    assert read.patient is not None
    assert read.patient.account_number == "QR-7719-4402"
