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
