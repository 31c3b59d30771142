"""Papers that sum up or tell instead of listing charges: a notice about a stay in hospital, a summary of a visit."""

from decimal import Decimal

from tests.reading.papers import read_text

STAY = """
Medicare Summary Notice
for Part A (Hospital Insurance)
Notice for Clement Dufresne
Date of This Notice   March 15, 2025

Your Inpatient Claims for Part A (Hospital Insurance)

January 18 - January 22, 2025
Green Notch Regional Hospital, (555) 024-3300, 41 Summit St, Ester, VT 05999
                                 Benefit    Claim       Non-       Amount      Maximum     See
                                 Days       Approved?   Covered    Medicare    You May     Notes
                                 Used                   Charges    Paid        Be Billed   Below
Total for Claim #20534-          4 days     Yes         $0.00      $9,416.22   $1,676.00   C
008811
"""
STAY_BY_SERVICE = """
Medicare Summary Notice
for Part A (Hospital Insurance)
Notice for Clement Dufresne
Date of This Notice   March 15, 2025

Your Inpatient Claims for Part A

February 3 - February 6, 2025
Green Notch Regional Hospital, (555) 024-3300, 41 Summit St, Ester, VT 05999
                                 Claim       Non-Covered    Amount           Maximum You      See Notes
                                 Approved?   Charges        Medicare Paid    May Be Billed    Below
Hospital room and care           Yes         $0.00          $5,100.00        $1,676.00        B
Blood, first three pints         No          $90.00         $0.00            $90.00           C
Total for Claim
20534008812NHA                               $90.00         $5,100.00        $1,766.00
"""
VISIT = """
After Visit Summary
Juniper Hill Primary Care         555-023-8181
Walter Nakai   DOB: 02/17/1951    MRN: 5580213
Visit date: 07/09/2025     Provider: Simone Aldrete, NP
Reason for visit
Follow-up of high blood pressure
Diagnoses
Essential hypertension (I10)
Mixed hyperlipidemia (E78.2)
Done today
ECG 12 lead (93000)
Lipid panel (80061)
"""


def test_a_notice_about_a_stay_has_its_sums_days_and_whole_claim_number() -> None:
    notice = read_text(STAY)
    assert notice.totals is not None
    assert (notice.totals.plan_paid, notice.totals.patient_responsibility) == (Decimal("9416.22"), Decimal("1676.00"))
    assert (str(notice.service_from), str(notice.service_to)) == ("2025-01-18", "2025-01-22")
    assert (notice.claim_number, notice.lines) == ("20534-008811", ())


def test_services_of_a_stay_stand_left_of_a_head_without_a_word_over_them() -> None:
    notice = read_text(STAY_BY_SERVICE)
    care, blood = notice.lines
    assert (care.description, care.charge, care.plan_paid) == ("Hospital room and care", None, Decimal("5100.00"))
    assert (care.not_covered, care.patient_responsibility) == (Decimal("0.00"), Decimal("1676.00"))
    assert (str(care.service_date), str(care.service_date_to)) == ("2025-02-03", "2025-02-06")
    assert [remark.code for remark in (*care.remarks, *blood.remarks)] == ["B", "C"]
    assert (blood.description, blood.status) == ("Blood, first three pints", "denied")
    assert notice.totals is not None
    assert (notice.totals.not_covered, notice.totals.patient_responsibility) == (Decimal("90.00"), Decimal("1766.00"))


def test_rows_that_no_total_adds_up_are_no_services() -> None:
    assert read_text(STAY_BY_SERVICE.replace("$1,766.00", "$1,999.00")).lines == ()


def test_a_summary_of_a_visit_names_the_patient_before_the_birth_date_and_codes_behind_diagnoses() -> None:
    visit = read_text(VISIT)
    assert visit.patient is not None
    assert (visit.patient.name, visit.diagnosis_codes) == ("Walter Nakai", ("I10", "E78.2"))
    assert visit.visit is not None
    assert visit.visit.reason == "follow_up"


def test_pronouns_behind_a_name_and_a_count_behind_a_heading_change_nothing() -> None:
    text = VISIT.replace("Nakai   DOB", "Nakai   (he/him)   DOB").replace("Diagnoses", "Problems we talked about (2)")
    visit = read_text(text.replace("Visit date: 07/09/2025", "Your visit today: Wednesday, July 9, 2025, 9:40 AM"))
    assert visit.patient is not None
    assert (visit.patient.name, visit.diagnosis_codes) == ("Walter Nakai", ("I10", "E78.2"))
    assert str(visit.service_from) == "2025-07-09"


STAYS = """
Ada Lombard                                                             THIS IS NOT A BILL
                                                                        Page 3 of 3
Your Inpatient Claims for Part A (Hospital Insurance)
Date of this notice: September 9, 2025        Claims processed: September 4, 2025

June 2 - June 6, 2025
Green Notch Regional Hospital (555) 024-3300, 41 Summit St, Ester, VT 05999
                                 Benefit    Claim       Non-       Amount      Maximum     See
                                 Days       Approved?   Covered    Medicare    You May     Notes
                                 Used                   Charges    Paid        Be Billed   Below
Total for Claim #20612400771     4 days     Yes         $0.00      $9,416.22   $1,676.00   C

June 6 - June 15, 2025
Alder Fork Skilled Nursing (555) 024-7700, 8 Orchard Row, Ester, VT 05999
                                 Benefit    Claim       Non-       Amount      Maximum     See
                                 Days       Approved?   Covered    Medicare    You May     Notes
                                 Used                   Charges    Paid        Be Billed   Below
Total for Claim #20613800240     9 days     Yes         $290.00    $4,870.10   $290.00     C

Total You May Be Billed                                                        $1,966.00
"""


def test_two_stays_in_two_places_are_neither_the_days_nor_the_provider_of_the_notice() -> None:
    notice = read_text(STAYS)
    assert (notice.service_from, notice.service_to, notice.provider) == (None, None, None)
    assert notice.totals is not None
    assert notice.totals.patient_responsibility == Decimal("1966.00")


def test_the_person_beside_what_each_page_of_a_notice_begins_with_is_the_patient() -> None:
    patient = read_text(STAYS).patient
    assert patient is not None
    assert patient.name == "Ada Lombard"
    other = read_text(STAYS.replace("Ada Lombard", "Your Medicare Notice"))
    assert other.patient is None


def test_a_plan_at_the_top_of_its_notice_is_no_patient() -> None:
    notice = read_text("""
Meridia Part D
EXPLANATION OF BENEFITS                                   THIS IS NOT A BILL
Member ID: MH1122334
Drug                    Filled        Billed      Plan paid    You paid
Lisinopril 10 mg        03/02/2026    12.00       10.00         2.00
Metformin 500 mg        03/05/2026     9.00        8.00         1.00
Total                                 21.00       18.00         3.00
""")
    assert notice.patient is None or notice.patient.name is None


STAY_WITH_DAYS = """
Medicare Summary Notice
for Part A (Hospital Insurance)
Notice for Clement Dufresne
Medicare Number        2RT9-WE4-PD63
Date of This Notice    October 15, 2025
Claims Processed       July 14 - October 12,
Between                2025

Your Deductible Status
Part A Deductible: You have now met your
$1,650.00 deductible for inpatient hospital
services for the benefit period that began July 8, 2025.

Ask the council on insurance. Call 1-555-555-0133.
Call us at 1-800-MEDICARE (1-800-633-4227).

July 8 - July 11, 2025
Green Notch Regional Hospital, (555) 024-3300, 41 Summit St, Ester, VT 05999
                                 Benefit                Non-        Amount      Maximum       See
                                 Days       Claim       Covered     Medicare    You May       Notes
                                 Used       Approved?   Charges     Paid        Be Billed     Below
Total for Claim #20534008811     3 days     Yes         $0.00       $7,016.22   $1,650.00     A,B

Notes for Claims Above
A Days are being taken from those that you have left.
B $1,650.00 was put towards your share.
"""


def test_neither_a_deductible_that_is_met_nor_part_of_a_head_sums_up_a_stay() -> None:
    totals = read_text(STAY_WITH_DAYS).totals
    assert totals is not None
    assert (totals.charges, totals.deductible) == (None, None)
    assert (totals.not_covered, totals.plan_paid) == (Decimal("0.00"), Decimal("7016.22"))


def test_the_days_between_which_claims_were_processed_are_not_that_of_a_notice() -> None:
    notice = read_text(STAY_WITH_DAYS)
    assert (str(notice.processed_date), notice.document_date) == ("2025-10-15", None)
    assert notice.payer is not None
    assert notice.payer.phone == "1-800-633-4227"


def test_notes_below_a_title_may_have_letters_in_their_order() -> None:
    notes = read_text(STAY_WITH_DAYS).remarks
    assert [(note.code, note.text) for note in notes] == [
        ("A", "Days are being taken from those that you have left."),
        ("B", "$1,650.00 was put towards your share."),
    ]
