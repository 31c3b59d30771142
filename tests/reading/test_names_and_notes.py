"""Names in boxes, behind signs and beside titles, labels in two languages, and columns of notes."""

import pytest

from tests.reading.papers import page_of, read_pages, read_text


def test_the_name_of_a_patient_may_stand_in_boxes_part_by_part() -> None:
    document = read_text("""
    Good Faith Estimate for Health Care Items and Services
    Patient
    Patient First Name              Middle Name               Last Name
    Marisela                                                  Thornbush
    Patient Date of Birth
    06/03/1994

    Provider Name: Red Cliffs Counseling Collective

    Service/Item        Service code     Quantity     Expected cost
    Psychotherapy       90834            12           $2,940.00
    Intake              90791            1              $295.00
    Total expected charges                            $3,235.00
    """)
    assert document.patient is not None and document.patient.name == "Marisela Thornbush"


def test_a_sign_before_the_name_is_a_picture_and_a_sentence_names_nobody() -> None:
    document = read_text("""
    + Blue Shield Union of Dakota                       Keep for tax or insurance
    Explanation of Benefits
    Patient: Nils Thorsgaard      Claim number: 0202603551X70C     Provider: Red River Valley Hospital

    Date         Service           Billed     Allowed     Plan paid     You owe
    01/27/26     Laboratory        412.50      111.20         88.96       22.24
    01/27/26     CAT scan        2,290.00      902.00        721.60      180.40
    """)
    assert document.payer is not None and document.payer.name == "Blue Shield Union of Dakota"


def test_the_title_of_a_voucher_is_no_provider() -> None:
    document = read_text("""
    TERRACE VALLEY MEDICAID PLAN
    Provider Payment Voucher      Payment date 03/13/2026
    Provider: OLIVE GROVE WOUND AND ELDER CARE         Patient: YARBOROUGH, CLEMENT

    Service date     Code      Charge      Adjustment     Paid
    02/25/2026       99308     $132.00         $71.40     $60.60
    02/25/2026       G0439     $215.00         $96.85    $118.15
    """)
    assert document.provider is not None and document.provider.name == "OLIVE GROVE WOUND AND ELDER CARE"


def test_a_department_among_the_services_is_not_who_bills_for_them() -> None:
    document = read_text("""
    Redline 24-Hour ER                                      ITEMIZED STATEMENT
    8800 Mesa Verde Pkwy, Calico, TX 76999
    Patient: Octavio Lindgren-Reyes     Account: RL-2604-00917

    Date          Rev     HCPCS    Description             Qty     Amount
    EMERGENCY DEPARTMENT
    04/03/2026    0450    99284    ED VISIT LEVEL 4          1     1,985.00
    04/03/2026    0450    96365    IV INFUSION 1ST HR        1       612.00
    PHARMACY
    04/03/2026    0636    J0696    CEFTRIAXONE PER 250 MG    4        85.20
    """)
    assert document.provider is not None and document.provider.name == "Redline 24-Hour ER"


def test_the_name_of_a_member_is_not_that_of_the_plan() -> None:
    document = read_text("""
    Genevieve Tomlinson                               Member: Genevieve Tomlinson
    640 Ashwood Terrace                               Member ID: SPX 20 4418 773
    Copper Falls, MI 49999                            Prepared: 03/20/2026
    This statement lists prescriptions. It is not a bill.

    Fill date    Drug              Qty    Price      Plan paid    Your cost
    01/05/26     Atorvastatin       90    $21.60        $11.60       $10.00
    01/05/26     Lisinopril         90     $9.90         $0.00        $9.90
    """)
    assert document.kind == "eob"
    assert document.payer is None or document.payer.name is None


@pytest.mark.parametrize("label", ["Claimant /Patient", "Claimant / Patient", "Patient / Paciente:"])
def test_a_label_may_be_said_twice(label: str) -> None:
    document = read_text(f"""
    SAWGRASS AUTO INSURANCE EXCHANGE
    Explanation of Payment

    Insured                  {label}           Date of Loss
    Bartholomew Engel        Xanthe Engel             02/06/2026

    Service date    CPT      Charged    Allowed    Payment
    02/10/2026      99203    $285.00    $226.30    $181.04
    02/10/2026      72040    $160.00     $96.20     $76.96
    """)
    assert document.patient is not None and document.patient.name == "Xanthe Engel"


def test_codes_of_notes_under_explanation_are_no_words_of_the_service() -> None:
    document = read_text("""
    Copper Basin Indemnity Company
    Explanation of Review
    Claim number CBI-0092271-WC      Injured employee: Fermin Aldecoa

    Date of service    Proc     Units     Billed    PPO reduction    Allowance    Explanation
    01/08/2026         99204        1    $415.00          $174.90      $240.10    B01 P02
    01/22/2026         97010        1     $38.00           $38.00        $0.00    G07
    """)
    assert [(line.description, [remark.code for remark in line.remarks]) for line in document.lines] == [
        (None, ["B01", "P02"]),
        (None, ["G07"]),
    ]


def test_the_day_of_birth_may_stand_in_the_next_cell_of_its_label() -> None:
    document = read_text("""
    LARKSPUR MEMORIAL HOSPITAL                         DETAIL OF CHARGES
    PATIENT   OSTERHOUT,WENDELL B DOB       09/14/1961       F/C   BC
    ADMITTED  03/02/26         DISCHG       03/05/26         ACCT NO V00418827731

    DATE        REV     DESCRIPTION               HCPCS    QTY      AMOUNT
    03/02/26    450     HC ED VISIT LVL 5         99285      1    2,418.00
    03/02/26    300     HC VENIPUNCTURE           36415      1       31.00
    """)
    assert document.patient is not None
    assert (document.patient.name, str(document.patient.date_of_birth)) == ("OSTERHOUT,WENDELL B", "1961-09-14")
    assert (str(document.service_from), str(document.service_to)) == ("2026-03-02", "2026-03-05")


def test_a_department_of_something_is_a_name_and_no_line_of_an_address() -> None:
    document = read_text("""
    Department of Veterans Care
    STATEMENT OF VA COPAY CHARGES
    Account number: 4420 0000 8817 33          Statement date: 04/15/2026
    Veteran: Ignatius Farrell

    Date         Description                                     Charges
    03/03/2026   Outpatient visit - primary care                  $15.00
    03/20/2026   Outpatient visit - specialty care                $50.00
    New balance                                                   $65.00
    """)
    assert document.provider is not None and document.provider.name == "Department of Veterans Care"
    assert document.patient is not None and document.patient.name == "Ignatius Farrell"


def test_words_may_go_on_below_the_day_that_they_share_a_column_with() -> None:
    document = read_text("""
    Blue Harbor Shield of Carolina
    Explanation of Benefits - THIS IS NOT A BILL
    Claim #: 261330098812

    SERVICE(S)            Provider   Your Member   Plan's    Your Total
                          Charges    Savings       Payment   Responsibility
    05/11/26 Office        $230.00    $71.40       $123.60    $35.00
    Visit
    05/11/26 Laboratory     $96.00    $58.30         $0.00    $37.70
    05/11/26 Injections    $412.00   $110.00       $191.76   $110.24
    Claim Totals           $738.00   $239.70       $315.36   $182.94
    """)
    assert [line.description for line in document.lines] == ["Office Visit", "Laboratory", "Injections"]


def test_what_may_be_paid_under_a_condition_is_no_service() -> None:
    document = read_text("""
    St. Brannoc Hospital
    Patient Name: Callum Adeyemi      Account No.: 10044887123      Service Dates: 06/02/2026 - 06/02/2026

    Description                                             Amount
    Pharmacy                                                182.40
    Laboratory                                              611.00
    Emergency room                                        1,988.00
    Total hospital charges                                2,781.40
    Amount you owe                                        2,781.40
    If you pay by 07/31/2026 you may pay                  2,503.26
    """)
    assert [line.description for line in document.lines] == ["Pharmacy", "Laboratory", "Emergency room"]
    assert document.totals is not None and str(document.totals.balance_due) == "2781.40"


def test_an_optician_sells_medical_goods_by_their_codes_and_a_grocer_does_not() -> None:
    order = """
    BrightSight Optical                Order 44-20981         05/02/2026

    Qty  Item                                   Retail     You pay
    1    {first}                               $165.00      $25.00
    2    {second}                              $380.00     $130.00
         Subtotal                              $545.00     $155.00
         Sales tax                                           $0.00
    """
    document = read_text(order.format(first="Eye exam (92014)", second="Lens, poly (V2781)"))
    assert [line.code for line in document.lines] == ["92014", "V2781"]
    page = page_of(order.format(first="Apples 92014    ", second="Flour 10 lb bag   ").replace("Optical", "Market"))
    assert read_pages(page) == []


def test_an_npi_behind_a_name_needs_no_colon_and_what_is_due_by_a_day_has_that_day() -> None:
    document = read_text("""
    TIDEWATER EMERGENCY MEDICINE GROUP      PATIENT BALANCE DUE BY 04/08/2026
    Patient: WINSLOW, DESMOND       Provider: Mohican Pediatrics Inc NPI 1888880186 TIN 34-5550186

    Date          Code     Description             Charge
    03/01/2026    99285    ER VISIT              1,200.00
    03/01/2026    93010    EKG READING              88.00
    """)
    assert document.provider is not None
    assert (document.provider.npi, document.provider.tax_id) == ("1888880186", "34-5550186")
    assert str(document.due_date) == "2026-04-08"


def test_a_name_in_one_box_whose_label_names_its_parts_is_the_patients() -> None:
    document = read_text("""
    Good Faith Estimate
    Patient first name / middle / last           Patient date of birth     Estimate number
    Rosamund K. Tindall                          March 4, 1961             GF-20877
    Patient mailing address                      Date of estimate
    41 Quince Row, Elmgrove, NM 87999            05/01/2026

    Details of service     Code     Quantity     Expected cost
    Office visit           99213    1            120.00
    """)
    assert document.patient is not None and document.patient.name == "Rosamund K. Tindall"


def test_a_department_that_somebody_ticked_stays_one() -> None:
    document = read_text("""
    St. Brannoc Hospital
    Patient Name: Callum Adeyemi      Account No.: 10044887123      Service Dates: 06/02/2026 - 06/02/2026

    Description                                             Amount
    Pharmacy                                                182.40 √
    Emergency room                                        1,988.00 √
    Total hospital charges                                2,170.40
    """)
    assert [line.description for line in document.lines] == ["Pharmacy", "Emergency room"]
