"""Letters: who writes them, and that the amounts they speak of are no services and no balance."""

from tests.reading.papers import read_text

APPROVAL = """
    Ridgeline Health Plan
    PO Box 4410, Tarrow, OH 44999

    March 3, 2026

    Dana Whitlow
    18 Orchard Row
    Tarrow, OH 44999

    Member: Dana Whitlow            Member ID: RHP 5511 20934
    Reference number: PA-2026-118204

    Dear Dana Whitlow,

    We have approved the request from Dr. Imre Castellan at Tarrow Orthopedics for the service below.
    MRI of the right knee without contrast

    Sincerely,
    Utilization Management
"""
REFUND = """
    Harbor Point Medical Group
    Patient Accounts, 92 Quay St, Linden Bay, ME 04999

    Date: 05/12/2026
    Account number: 300-48812

    Dear Lucia Ferrand,

    When we reviewed your account we found that you paid more than you owed.

    Total charges              $412.00
    Insurance paid             $301.60
    Your share                  $40.00
    You paid                   $110.40
    Refund due to you           $70.40

    A check for $70.40 is enclosed.
"""
DEBT = """
    BRADDOCK RECOVERY SERVICES, LLC
    PO Box 7710, Fenwick, DE 19999

    June 2, 2026

    Reference: 88-204417
    Original creditor: Fenwick Community Hospital

    Tomas Abelard
    3 Ferry St
    Fenwick, DE 19999

    Amount of the debt on 03/01/2026           $1,284.00
    Interest since then                            $0.00
    Fees since then                                $0.00
    Payments and credits since then             -$200.00
    Total amount of the debt now               $1,084.00

    This is an attempt to collect a debt. Call or write by July 5, 2026 to dispute all or part of the debt.
"""
DENIAL = """
    PINNACLE STATE HEALTH PLAN
    Appeals and Grievances    PO Box 9000, Ashby, VA 22999    1-800-555-0190 (TTY 711)

    NOTICE OF ADVERSE BENEFIT DETERMINATION
    August 14, 2026

    Member: Cordelia Haines       Member ID: PSH 2281 9047       Claim: 2026-0771-8842
    Provider: Ashby Sleep Institute       Date of service: 07/20/2026

    We denied payment for the following services:
    Procedure   Description                    Billed amount   Amount denied   Reason
    95811       Sleep study with CPAP             $2,480.00       $2,480.00    Not medically necessary
    A7034       Nasal mask                          $168.00         $168.00    No prior authorization

    You may appeal within 180 days.
"""


def test_who_approves_care_is_the_plan_and_its_reference_is_no_account() -> None:
    document = read_text(APPROVAL)
    assert document.kind == "letter"
    assert document.payer is not None and document.payer.name == "Ridgeline Health Plan"
    assert document.provider is None
    assert document.patient is not None and document.patient.account_number is None


def test_what_is_paid_back_is_not_owed_and_neither_is_the_share_that_was_paid() -> None:
    document = read_text(REFUND)
    assert document.kind == "letter"
    assert document.totals is not None
    assert str(document.totals.charges) == "412.00"
    assert str(document.totals.patient_paid) == "110.40"
    assert document.totals.balance_due is None
    assert document.totals.patient_responsibility is None


def test_what_a_debt_is_made_up_of_are_no_services() -> None:
    document = read_text(DEBT)
    assert document.kind == "letter"
    assert (document.lines, document.payments) == ((), ())
    assert document.totals is not None and str(document.totals.balance_due) == "1084.00"


def test_a_notice_of_denial_lists_what_it_denies_and_is_a_letter_of_the_plan() -> None:
    document = read_text(DENIAL)
    assert document.kind == "letter"
    assert document.payer is not None and document.payer.name == "PINNACLE STATE HEALTH PLAN"
    assert document.provider is not None and document.provider.name == "Ashby Sleep Institute"
    assert [(line.code, str(line.service_date), str(line.charge)) for line in document.lines] == [
        ("95811", "2026-07-20", "2480.00"),
        ("A7034", "2026-07-20", "168.00"),
    ]


def test_a_notice_of_approval_is_a_letter() -> None:
    document = read_text("""
    Northfork Cooperative Health
    Utilization Management, 60 Dairy Rd, Monona Hills, WI 53999

    April 9, 2026

    NOTICE OF APPROVAL

    Member name                Ferdinand Okonjo
    Member ID                  NFC 20 441 8823
    Authorization number       A26-0409-7731
    """)
    assert document.kind == "letter"
    assert document.payer is not None and document.payer.name == "Northfork Cooperative Health"


def test_a_collector_who_names_only_where_care_was_received_writes_of_medical_debt() -> None:
    document = read_text("""
    North Fork Receivables, Inc.
    P.O. Box 4419, Yakima Bend, WA 98999

    Reference: 59-300418-2         Date: March 24, 2026
    North Fork Receivables is a debt collector. We are trying to collect a debt that you owe.
    You received care from Cascade Lung Specialists with account number CLS-118842.

    As of October 31, 2025, you owed:                         $640.00
    You were charged this amount in interest:                + $25.60
    You paid or were credited this amount:                  - $100.00
    Total amount of the debt now:                             $565.60
    """)
    assert document.kind == "letter"
    assert document.totals is not None and str(document.totals.balance_due) == "565.60"


def test_a_letter_that_pays_back_repeats_a_share_that_was_paid() -> None:
    document = read_text("""
    Tidepool Women's Health, PLLC
    60 Estuary Blvd, Port Sable, OR 97999

    April 6, 2026

    Marguerite Yoon-Castle
    8 Driftwood Ln
    Port Sable, OR 97999

    Subject: Refund of credit balance, account 88-20114

    Dear Ms. Yoon-Castle,

    For your visit your health plan paid its part. We are returning what you paid above your copay.

    You paid 02/05/2026              $75.00
    Your share                       $35.24
    Refund, check 20417              $39.76
    """)
    assert document.kind == "letter"
    assert document.totals is None or document.totals.balance_due is None


def test_the_address_that_a_plan_writes_to_is_not_its_own() -> None:
    document = read_text("""
    Cascade Foothills Health Utilization Management
    Date: 03/11/2026

    Evander Mbeki-Stone
    2 Glacier View Ln
    Ellensford, WA 98999

    Member ID                CFH20077193-00
    Authorization number     PA-26-118843

    We approved the services listed. This approval is not a guarantee of payment. Your coverage must be active.
    """)
    assert document.kind == "letter"
    assert document.payer is not None and document.payer.address is None
    assert document.patient is not None and document.patient.name == "Evander Mbeki-Stone"
    assert document.provider is None


def test_the_services_that_a_plan_was_asked_for_are_lines_with_what_it_decided() -> None:
    document = read_text("""
    Cascade Foothills Health Utilization Management
    Notice of Adverse Benefit Determination
    Date: 03/11/2026                     Member ID: CFH20077193-00
    Dear Evander Mbeki-Stone,
    Your doctor asked us to approve the services below. We are not able to approve them.

    Procedure     Requested service           Units asked     Units approved     Status
    73721         MRI of the knee, no dye     1               0                  Denied
    97110         Exercise, 15 min            12              8                  Approved
    """)
    assert document.kind == "letter"
    assert [(line.code, line.description, line.units, line.status, line.charge) for line in document.lines] == [
        ("73721", "MRI of the knee, no dye", 1, "denied", None),
        ("97110", "Exercise, 15 min", 12, "paid", None),
    ]
