"""Rows among the services of a table that are none: sums, days and numbers that head others."""

from plainbill.case import Document
from tests.reading.papers import read_text

CLINIC = """
Quarrytown Clinic, LLC
8 Slate Street
Elmgrove, NM 87999

Patient: Ada Lombard          Account: QC-10447
Statement Date: 05/01/2026
"""


def read(table: str) -> Document:
    return read_text(CLINIC + table)


def days(document: Document) -> list[str]:
    """Code and day of each line."""
    return [f"{line.code} {line.service_date}" for line in document.lines]


def test_the_sum_of_a_day_between_stars_is_no_service() -> None:
    document = read("""
Serv date   Chg code   Description                     Qty      Amount
03/02/26    4100211    ER visit level III 99283        1        942.00
03/02/26    5502013    CBC w/diff 85025                1        118.40
                               ** TOTAL FOR 03/02/26 **       1,060.40
03/03/26    7700310    Ketorolac inj 15mg J1885        2         71.20
03/03/26    8800017    IV infusion hydration 96360     1        366.00
                               ** SUBT0TAL F0R 03/03/26 **      437.20
                               TOTAL CHARGES                  1,497.60
""")
    assert days(document) == ["99283 2026-03-02", "85025 2026-03-02", "J1885 2026-03-03", "96360 2026-03-03"]
    assert document.totals is not None
    assert str(document.totals.charges) == "1497.60"


def test_a_visit_behind_its_day_heads_the_services_below() -> None:
    document = read("""
Visit Date    CPT      Description                 Charges    Pmts/Adjs    Balance
01/22/2026    Visit with Dr. Anjali Thornquist
              99396    Preventive visit            254.00                  254.00
              90471    Immunization admin           41.00                  295.00
02/06/2026             Payment from Prairie Plan              -295.00        0.00
03/04/2026    Visit with Dr. Anjali Thornquist
              99213    Office visit                162.00                  162.00
              87651    Strep A DNA probe            74.00                  236.00
""")
    assert days(document) == ["99396 2026-01-22", "90471 2026-01-22", "99213 2026-03-04", "87651 2026-03-04"]


VISITS = """
{head}         Code     Mods     What we did                  Qty       Fee
Apr 2, 2026    97161    GP       PT evaluation                1      165.00
               97110    GP       Therapeutic exercise         2      130.00
Copay received at visit                                             (40.00)
Visit total after copay                                              255.00
Apr 7, 2026    97110    GP       Therapeutic exercise         2      130.00
               97140    GP       Manual therapy               1       62.00
Copay received at visit                                             (40.00)
Visit total after copay                                              152.00
                                 Total of all fees                   487.00
"""
ON_DAYS = ["97161 2026-04-02", "97110 2026-04-02", "97110 2026-04-07", "97140 2026-04-07"]


def test_a_column_of_visits_that_holds_days_is_that_of_the_days() -> None:
    assert days(read(VISITS.format(head="Visit "))) == ON_DAYS


def test_a_payment_whose_words_begin_under_the_days_does_not_end_the_table() -> None:
    document = read(VISITS.format(head="Date  "))
    assert days(document) == ON_DAYS
    assert [str(payment.amount) for payment in document.payments] == ["40.00", "40.00"]


def test_the_number_of_a_claim_above_the_words_of_a_service_is_no_part_of_them() -> None:
    document = read("""
Date         Description                      Charges    Insurance payments    Adjustments    Your balance
02/17/2026   Claim #: 88214V1027              236.00     121.60                78.40          36.00
             99214 Office visit 30 min
02/17/2026   93000 Electrocardiogram           88.00       0.00                61.55          26.45
02/17/2026   36415 Routine venipuncture        22.00       0.00                13.20           8.80
""")
    words = ["Office visit 30 min", "Electrocardiogram", "Routine venipuncture"]
    assert [line.description for line in document.lines] == words


def test_what_was_paid_on_a_bill_that_names_no_payer_is_not_the_plan_s() -> None:
    document = read("""
Date         Service    Mod    Description             Units    Fee        Paid
03/03/2026   90837      95     Psychotherapy 60 min    1        $185.00    $185.00
03/10/2026   90837      95     Psychotherapy 60 min    1        $185.00    $185.00
03/24/2026   90834      95     Psychotherapy 45 min    1        $150.00    $0.00
                                                       Total    $520.00    $370.00
                                                  Total fees               $520.00
                                                  Balance                  $150.00
""")
    assert [line.plan_paid for line in document.lines] == [None] * 3
    assert document.totals is not None
    assert document.totals.insurance_paid is None


def test_a_decision_behind_the_amounts_is_no_label_of_theirs() -> None:
    document = read("""
Date        Service/Item                   Amount Charged   Adjustment   Plan Pays   You owe   Decision
09/02/26    82306 - Vitamin D level                121.00        62.92       46.46     11.62   Approved
            80061 - Cholesterol panel              126.00        40.32       25.68     60.00   Approved
            85025 - Complete blood count            30.00         7.50       22.50      0.00   Approved
""")
    assert days(document) == ["82306 2026-09-02", "80061 2026-09-02", "85025 2026-09-02"]


def test_a_copay_above_zero_among_payments_below_zero_is_what_is_charged() -> None:
    document = read("""
Posted Date   Description                          Billing Reference       Amount
              PREVIOUS BALANCE                                              31.00
03/02/2026    PAYMENT POSTED ON 03/02/2026                                 -31.00
03/04/2026    OUTPATIENT COPAY - SPECIALTY CARE    689-K61180               50.00
03/09/2026    RX COPAY 30 DAY GABAPENTIN           689-K61187                8.00
              COPAY PAID - VISA                                             -8.00
""")
    assert [(line.description, str(line.charge)) for line in document.lines] == [
        ("OUTPATIENT COPAY - SPECIALTY CARE", "50.00"),
        ("RX COPAY 30 DAY GABAPENTIN", "8.00"),
    ]


def test_a_note_that_runs_up_to_a_full_stop_is_no_head() -> None:
    document = read("""
Serv date   Description            Billed    Plan paid    You owe    Notes
03/02/26    ER visit level III     942.00       900.00      42.00    XB
03/02/26    CBC w/diff             118.40       118.40       0.00    XB

Q7 - PERSONAL ITEMS ARE NOT COVERED UNDER YOUR PLAN.
You have met $670.08 of the $3,500.00 out-of-pocket for 2026.
""")
    assert [str(line.charge) for line in document.lines] == ["942.00", "118.40"]
