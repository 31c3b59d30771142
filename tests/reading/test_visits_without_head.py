"""Lists of charges without a head, visit by visit: what is due stands above them, days head them, payments end them."""

from tests.reading.papers import read_text

STATEMENT = """
    Mercado Bay Health
    Dariela Montoya                                                 Statement date      March 16, 2026
    3381 Pelican Way Apt 4C                                         Guarantor number    100772351
    Mercado Bay, TX 77999                                           Amount due          $461.46

    {first}
    Patient: Dariela Montoya     Visit account 60018834021
    Emergency Room                                                                      $2,140.00
    Laboratory                                                                            $688.40
    Pharmacy                                                                              $141.16
      Sunrise Health PPO payments                                                      -$1,311.90
      Sunrise Health PPO adjustments                                                   -$1,226.20
    Balance for this visit                                                                $431.46

    {second}
    Patient: Dariela Montoya     Visit account 60019117746
    Physical Therapy                                                                      $386.00
      Sunrise Health PPO payments                                                        -$180.00
      Sunrise Health PPO adjustments                                                     -$176.00
    Balance for this visit                                                                 $30.00

    Pay online or call                                                         Total amount due
    (361) 555-0118, Monday to Friday 8 am - 6 pm                                          $461.46
"""
RECEIPT = """
    SwiftWell Urgent Care
    PATIENT: ARCHER, TALIA

    99203   OFC VISIT NEW LVL 3                185.00
    87637   FLU PANEL                          142.00
    71046   XRAY CHEST 2V                       98.00
    SUBTOTAL                                   425.00
    PROMPT PAY DISC 20%                        -85.00
    TOTAL                                      340.00
    VISA ****3317                              340.00
    BALANCE DUE                                  0.00
"""
AGES = """
    Hollis & Vanterpool, M.D., P.A.
    PATIENT: EUSTACE BRANTLEY        ACCOUNT 11837        PAY THIS AMOUNT 176.66

    DATE        PROC      TRANSACTION                  AMOUNT    BALANCE
    02/05/26    99214     OFFICE VISIT EST LEVEL 4     226.00     290.16
    02/05/26    87880     STREP A RAPID                 41.00     331.16
    02/20/26              ALAMEDA MUT INS PAYMENT     154.50CR    176.66

    CURRENT     31-60      61-90     OVER 90      TOTAL
     112.50     64.16       0.00        0.00     176.66
"""


def test_each_visit_has_its_day_and_what_is_due_above_them_ends_no_list() -> None:
    document = read_text(
        STATEMENT.format(
            first="Emergency Visit - Mercado Bay Hospital                                      Jan 19, 2026",
            second="Physical Therapy Outpatient - Mercado Bay Rehab Center                      Feb 10, 2026",
        )
    )
    assert [(str(line.service_date), line.description, str(line.charge)) for line in document.lines] == [
        ("2026-01-19", "Emergency Room", "2140.00"),
        ("2026-01-19", "Laboratory", "688.40"),
        ("2026-01-19", "Pharmacy", "141.16"),
        ("2026-02-10", "Physical Therapy", "386.00"),
    ]
    assert [str(payment.amount) for payment in document.payments] == ["1311.90", "1226.20", "180.00", "176.00"]


def test_the_account_of_a_visit_may_stand_behind_its_day() -> None:
    document = read_text(
        STATEMENT.format(
            first="Emergency Department visit - February 8, 2026                     Account #300441877",
            second="Office visit with Gideon Farrow, MD - February 16, 2026           Account #300447209",
        )
    )
    assert [str(line.service_date) for line in document.lines] == [*["2026-02-08"] * 3, "2026-02-16"]


def test_the_address_of_the_patient_is_not_that_of_whoever_writes() -> None:
    document = read_text(STATEMENT.format(first="Visit of Jan 19, 2026", second="Visit of Feb 10, 2026"))
    assert document.provider is not None and document.provider.name == "Mercado Bay Health"
    assert document.provider.address is None


def test_a_discount_on_the_whole_receipt_is_no_service_and_the_card_paid_for_it() -> None:
    document = read_text(RECEIPT)
    assert [line.code for line in document.lines] == ["99203", "87637", "71046"]
    assert document.totals is not None
    assert {name: str(value) for name, value in document.totals if value is not None} == {
        "charges": "425.00",
        "adjustments": "85.00",
        "patient_paid": "340.00",
        "balance_due": "0.00",
    }


def test_the_total_of_what_is_owed_by_age_is_not_what_was_charged() -> None:
    document = read_text(AGES)
    assert document.totals is not None
    assert (document.totals.charges, str(document.totals.balance_due)) == (None, "176.66")


def test_all_payments_together_are_the_patients_where_each_of_them_is() -> None:
    history = """
    Juniper Fertility Associates
    Patient: THEODORA VANCE-OKAFOR        Account 7740-0213

    DATE          CODE     TRANSACTION                CHARGE     CREDIT     BALANCE
    3-Nov-2025    99214    OFFICE VISIT EST           265.00                 265.00
    3-Nov-2025             {payer} PAYMENT                       100.00      165.00
    6-Nov-2025    82670    ESTRADIOL                  118.00                 283.00
    9-Nov-2025             PATIENT PAYMENT VISA                   50.00      233.00

    Total charges           383.00
    Total payments          150.00
    BALANCE DUE            $233.00
    """
    own, shared = (read_text(history.format(payer=payer)).totals for payer in ("PATIENT", "TIDEWATER MUTUAL INS"))
    assert own is not None and shared is not None
    assert (str(own.patient_paid), own.insurance_paid) == ("150.00", None)
    assert shared.patient_paid is None


def test_the_day_of_a_statement_above_a_list_is_no_day_of_service() -> None:
    document = read_text("""
    LAKE WINONA REGIONAL MEDICAL CENTER
    Patient            Henrietta Okafor
    Account            70012299
    Statement date     05/18/26

    CHARGES BY DEPARTMENT
    Room and care .................................. $9,870.00
    Operating room ................................. 14,322.50
    Anesthesia ...................................... 2,110.00
    Lab tests ......................................... 982.15
    TOTAL CHARGES .................................. $27,284.65
    """)
    assert [(line.service_date, str(line.charge)) for line in document.lines] == [
        (None, "9870.00"),
        (None, "14322.50"),
        (None, "2110.00"),
        (None, "982.15"),
    ]
    assert str(document.document_date) == "2026-05-18"


def test_what_a_claim_comes_to_is_no_list_of_services() -> None:
    document = read_text("""
    Tall Grass Health Cooperative
    Explanation of Benefits
    Member ID: TGC 00 4417 882          Claim: 26-1044-771          Processed 04/20/2026

    What was billed                                   $310.00
    Our negotiated price                              $214.00
    What we paid                                      $171.20
    What you pay                                       $42.80
       Coinsurance (20%)                               $42.80
    """)
    assert document.kind == "eob"
    assert document.lines == ()
    assert document.totals is not None
    assert (str(document.totals.plan_paid), str(document.totals.patient_responsibility)) == ("171.20", "42.80")


def test_the_first_word_behind_a_code_is_no_modifier_unless_there_is_one() -> None:
    document = read_text("""
    ST. AMBROSE HOSPITAL
    PATIENT: TRENT, ODALYS     ACCT NO 5500918

    06/07/26  99284-25  ER VISIT LEVEL 4              1,842.00
    06/07/26  96374 IV PUSH SINGLE DRUG                 402.00
    06/07/26  74177 CT ABD & PELVIS W CONTRAST        3,910.00
    06/07/26  80053  COMPREHENSIVE METABOLIC PANEL      218.00
    """)
    assert [(line.code, line.modifiers, line.description) for line in document.lines] == [
        ("99284", ("25",), "ER VISIT LEVEL 4"),
        ("96374", (), "IV PUSH SINGLE DRUG"),
        ("74177", (), "CT ABD & PELVIS W CONTRAST"),
        ("80053", (), "COMPREHENSIVE METABOLIC PANEL"),
    ]


def test_a_funds_statement_of_claims_is_a_notice() -> None:
    document = read_text("""
    ANNUAL STATEMENT OF CLAIMS - 2026
    Granite Peak Benefit Fund                     Participant: Osric Valen      ID# GP-771-204

    Claim        Date of      Provider                 Billed      Allowed     Fund Paid    You Owe
                 Service
    2601-7781    01/08/26     Alpine PT                 180.00      120.00         0.00      120.00
    2602-1140    02/02/26     Granite Peak Imaging      940.00      512.00       409.60      102.40
    """)
    assert document.kind == "eob"
    assert document.payer is not None and document.payer.name == "Granite Peak Benefit Fund"


def test_the_balance_of_an_earlier_invoice_is_the_previous_balance() -> None:
    document = read_text("""
    Hearthside Home Care                    Invoice HH-2026-0288     Invoice date: 3/2/2026
    Patient: Eleanor Whitcomb-Daly

    Date         Service             Hours     Rate       Amount
    2/3/2026     Home health aide     4.00    34.00       136.00
    2/5/2026     Home health aide     4.00    34.00       136.00

    Total for February                                    272.00
    Balance from invoice HH-2026-0141                     412.75
    Payment 2/12/2026, check 3302                        (412.75)
    Balance due                                           272.00
    """)
    assert str(document.previous_balance) == "412.75"
