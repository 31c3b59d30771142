"""Lists of what happened on an account: whose payments they are, who gave the care, and when a paper was printed."""

from plainbill.case import Document
from tests.reading.papers import read_text

LEDGER = """
Western Plains Orthopaedics                       ACCOUNT ACTIVITY
Acct: 0088-1274                                   Statement: Sep 30 2026
Resp. Party: HAROLD B JESSUP

Posted    Visit     Ref    Activity                        Charges    Ins Pmts    Adjs      Pt Pmts    Balance
          Balance forward                                                                              75.00
09/02     09/02     V1     99203 New patient visit          265.00                                     340.00
09/02     09/02     V1     73562-LT X-ray knee Dr. Amos     118.00                                     458.00
09/02     09/02     P1     Check 4471                                                       75.00      383.00
09/21     09/02     I1     Great Plains Mutual                          171.22    132.08                79.70
                                                                                  PLEASE PAY            79.70
"""
RECEIPT = """
Clearwater Walk-In Clinic
Receipt #  R-55102        09/12/2026 4:18 PM       Cashier: JM
Patient    Odette Ramires

Qty    Item                             Price
1      Urgent care visit (99203)        165.00
1      Rapid strep test (87880)          38.00
       Total                            203.00
"""
ANESTHESIA = """
Bramble Creek Anesthesia Associates
Patient: Theodora Winslow     Account No. BCA-553018

Date        CPT      Mod      Description              Start    Stop    Total    Amount
                                                       Time     Time    Units
08/19/26    00790    AA P2    ANESTH UPPER ABDOMEN     0732     0917    14       1,148.00
08/19/26    64488    59       TAP BLOCK BILATERAL                        1         420.00
                                                                TOTAL            1,568.00
"""


def ledger() -> Document:
    """The statement."""
    return read_text(LEDGER)


def test_a_row_that_pays_and_takes_off_tells_of_both() -> None:
    payments = ledger().payments or ()
    assert [(p.description, p.kind, str(p.amount)) for p in payments] == [
        ("Check 4471", "patient_payment", "75.00"),
        ("Great Plains Mutual", "insurance_payment", "171.22"),
        ("Great Plains Mutual", "contractual_adjustment", "132.08"),
    ]


def test_the_day_of_the_visit_beside_that_of_posting_is_no_last_day() -> None:
    assert [(str(line.service_date), line.service_date_to) for line in ledger().lines] == [("2026-09-02", None)] * 2


def test_who_is_responsible_is_the_patient_where_nobody_else_is_named() -> None:
    patient = ledger().patient
    assert patient is not None and patient.name == "HAROLD B JESSUP"


def test_a_doctor_behind_the_words_gave_the_care() -> None:
    line = ledger().lines[1]
    assert (line.description, line.rendering_provider) == ("X-ray knee", "Dr. Amos")


def test_the_day_with_the_hour_of_a_receipt_is_its_own() -> None:
    assert str(read_text(RECEIPT).document_date) == "2026-09-12"


def test_the_hour_at_which_a_service_ended_is_no_revenue_code() -> None:
    lines = read_text(ANESTHESIA.replace("Stop ", "Fini ")).lines
    assert [line.revenue_code for line in lines] == [None, None]
    assert [(line.code, line.units, str(line.charge)) for line in lines] == [
        ("00790", 14, "1148.00"),
        ("64488", 1, "420.00"),
    ]


AMBULANCE = """
Harlan Fork Fire & Rescue                          TRANSPORT INVOICE
Patient: Walter Brandvold                          Run number 25-018834

Svc Dt    Proc/Mod    Transport                     Ext Amt
03/09/25  A0427-RH    ALS1-Emergency base rate      1,245.00
03/09/25  A0425-RH    Ground mileage                  328.50

Activity on this run                               Total of charges      1,573.50
04/18/25  Pymt Tri-State Mutual     -812.40        Insurance               812.40
04/18/25  Contract write-off        -584.75        Write-off               584.75
04/28/25  Check #2071               -100.00        Received from you       100.00
                                                   PLEASE PAY              $76.35
"""


def test_what_was_taken_off_left_of_a_list_of_sums_is_read() -> None:
    document = read_text(AMBULANCE)
    assert [(str(p.date), p.kind, str(p.amount)) for p in document.payments or ()] == [
        ("2025-04-18", "insurance_payment", "812.40"),
        ("2025-04-18", "contractual_adjustment", "584.75"),
        ("2025-04-28", "patient_payment", "100.00"),
    ]
    assert document.totals is not None and str(document.totals.patient_paid) == "100.00"


VISITS = """
Tamarack Family Physicians                         Statement 03/31/2026
Patient: Yolanda Reyes                             Acct # TF-50733

Date          Code        Activity                 Charges    Pmts/Adjs    Balance
01/14/2026  Patient: Yolanda Reyes   Provider: K. Boyd, MD
              99214-25    OFFICE VISIT             228.00                  228.00
              20610-RT    ASP/INJ MAJOR JOINT      196.00                  424.00
03/20/2026  Patient: Yolanda Reyes   Provider: L. Pruitt, PA-C
              99213       OFFICE VISIT             164.00                  588.00
              87880-QW    STREP A RAPID             42.00                  630.00
Total due                                                                  630.00
"""


def test_who_gave_the_care_of_a_visit_stands_anywhere_behind_its_day() -> None:
    lines = read_text(VISITS).lines
    assert [line.rendering_provider for line in lines] == ["K. Boyd, MD"] * 2 + ["L. Pruitt, PA-C"] * 2
