"""Numbers of a paper: whose they are, where they end, and what is none."""

from tests.reading.papers import read_text

_TABLE = """
    Date         Code     Description              Charge
    03/02/2026   99213    Office visit             140.00
    03/02/2026   87880    Rapid strep test          40.00
    Balance due                                   $180.00
"""


def test_the_number_of_a_chart_is_one_of_records_beside_an_account() -> None:
    document = read_text(f"""
    Larkspur Physical Therapy
    Patient: Ada Lombard          Chart #: LB04471
    Account number: 7715520
    {_TABLE}""")
    assert document.patient is not None and document.patient.account_number == "7715520"
    assert document.patient is not None and document.patient.medical_record_number == "LB04471"


def test_a_participants_number_may_look_like_a_tax_number() -> None:
    document = read_text(f"""
    Larkspur Physical Therapy
    Patient: Ada Lombard          Participant ID: 41-0072519
    Account number: 7715520
    {_TABLE}""")
    assert document.coverage is not None and document.coverage.member_id == "41-0072519"


def test_a_letter_close_behind_groups_of_digits_ends_the_number() -> None:
    document = read_text(f"""
    Larkspur Physical Therapy
    Patient: Ada Lombard          Member ID: HSH 4471 9920 B
    Account number: 7715520
    {_TABLE}""")
    assert document.coverage is not None and document.coverage.member_id == "HSH 4471 9920 B"


def test_the_sum_of_a_claim_is_no_number_of_it() -> None:
    document = read_text("""
    Granite Mutual Insurance
    EXPLANATION OF BENEFITS
    Patient: Ada Lombard          Claim number: W26-30419
    Provider: Larkspur Clinic
    Service           Date          Billed    Not covered    Plan paid    You owe
    Office visit      03/02/2026    140.00    20.00          100.00       20.00
    Rapid test        03/02/2026     40.00    10.00           30.00        0.00
    CLAIM TOTALS (2026)             180.00    30.00          130.00       20.00
    """)
    assert document.claim_number == "W26-30419"


def test_the_number_of_the_form_is_none_of_a_claim() -> None:
    document = read_text(f"""
    HEALTH INSURANCE CLAIM 1500 STYLE
    Larkspur Physical Therapy
    Patient: Ada Lombard
    {_TABLE}""")
    assert document.claim_number is None


def test_a_customer_of_an_office_has_its_number_and_not_a_plans() -> None:
    document = read_text(f"""
    Larkspur Home Medical
    Customer ID      Invoice No.      Invoice Date
    104477           0331906          03/15/2026
    Patient: Ada Lombard          Medicare ID: 7KD3-RN5-AC44
    {_TABLE}""")
    assert document.patient is not None and document.patient.account_number == "104477"
    assert document.coverage is not None and document.coverage.member_id == "7KD3-RN5-AC44"


def test_a_customer_beside_the_insurer_is_a_member() -> None:
    document = read_text(f"""
    Larkspur Physical Therapy
    Patient: Ada Lombard
    Primary insurance: Cigna Health Plan
    Customer ID: U5512007701
    Group number: 33512
    {_TABLE}""")
    assert document.coverage is not None and document.coverage.member_id == "U5512007701"
    assert document.patient is not None and document.patient.account_number is None


def test_a_plans_reference_is_its_claim_and_a_members_number_is_nobodys_phone() -> None:
    document = read_text("""
    Harrow Lake Health Plan
    Explanation of benefits                    This is not a bill
    Patient: Ada Lombard                       Member ID: 914 402 7781
    Account name / number: CEDAR TOOLWORKS / 3341912
    Reference #: 7312432600981

    Date         Service        Billed    Discount    Plan paid    You owe
    03/02/2026   Office visit   140.00    20.00       100.00       20.00
    03/02/2026   Rapid test      40.00    10.00        30.00        0.00
    """)
    assert document.claim_number == "7312432600981"
    assert document.payer is not None and document.payer.phone is None
    assert document.coverage is not None and document.coverage.group_number == "3341912"
    assert document.patient is not None and document.patient.name == "Ada Lombard"


def test_an_ambulances_invoice_may_be_called_a_run_too() -> None:
    document = read_text(f"""
    Larkspur Medical Transport         INVOICE/RUN # MMT24-0188304
    Patient: Ada Lombard
    {_TABLE}""")
    assert document.patient is not None and document.patient.account_number == "MMT24-0188304"


def test_where_claims_are_sent_is_no_number_of_one() -> None:
    document = read_text(f"""
    Larkspur Physical Therapy
    Patient: Ada Lombard
    HARBOR MUTUAL
    CLAIMS DEPT PO BOX 7070
    WESTERLY OH 44999
    {_TABLE}""")
    assert document.claim_number is None


def test_the_group_may_share_its_box_with_a_program_of_the_law() -> None:
    document = read_text(f"""
    Larkspur Physical Therapy
    Patient: Ada Lombard          11. GROUP OR FECA NUMBER: K7701
    {_TABLE}""")
    assert document.coverage is not None and document.coverage.group_number == "K7701"


def test_five_letters_of_a_name_may_end_three_groups_of_digits() -> None:
    document = read_text("""
Larch Valley Clinic                          Statement date 04/02/2026
41 Alder Row, Westerfield, CO 80461

Patient: Ada Lombard
Account No: 417 2250 18833 LOMBA

Date          Code     Description         Charge
03/02/2026    99213    Office visit        140.00
Amount due                                 140.00
""")
    assert document.patient is not None
    assert document.patient.account_number == "417 2250 18833 LOMBA"
