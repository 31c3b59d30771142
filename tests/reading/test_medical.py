"""Papers of other trades are refused, whatever of their words medicine uses too, and medical ones are not."""

import pytest

from plainbill.reading.layout import lay_out
from tests.reading.papers import page_of


def test_a_bill_for_power_or_a_line_is_not_medical_whatever_it_says_of_patients() -> None:
    assert not lay_out(
        page_of(
            "Lakeland Broadband\nAccount 7731-20\nAmount due $61.00\nInternet, May        $55.00\n"
            "Modem rental         $6.00\nYour claim for the outage of May 2 was approved.\n"
            "Thank you for being patient with us."
        )
    ).medical


def test_prices_of_a_line_may_have_other_print_beside_them() -> None:
    assert not lay_out(
        page_of("""
        Harborline Fiber                          Statement date March 5, 2026
        Account 71-2291                           AMOUNT DUE
        Fiber internet, April         $64.99      $88.01
        Router rental                 $19.90      Due March 26, 2026
        City franchise fee             $3.12      Help: 555-0199
        Total for this month          $88.01
        Previous balance              $82.11
        Payment, thank you           -$82.11
        Your claim for the outage of February 11 was approved. Our patient support team is there day and night.
        """)
    ).medical


def test_a_medical_bill_may_be_paid_by_internet() -> None:
    assert lay_out(
        page_of(
            "Harbor Clinic\nAccount: 77123      Statement date: 03/20/2026\n"
            "Date          Description          Amount\n03/02/2026    Office visit         140.00\n"
            "Total                              140.00\n"
            "Pay by internet. Free wi-fi in our waiting room. In case of a power outage call us.\n"
        )
    ).medical


def test_a_bill_for_equipment_may_list_a_modem() -> None:
    assert lay_out(
        page_of(
            "Lakeside Equipment\nInvoice number: 77123\nPatient: Ada Lombard\n"
            "Date          Code     Description          Amount\n03/02/2026    E0601    CPAP, modem          40.00\n"
            "03/02/2026    A9999    Router for it        60.00\n"
            "Subtotal                                   100.00\nSales tax                                    5.00\n"
            "Internet: www.lakeside.example\n"
        )
    ).medical


OTHER_TRADES = {
    "vehicles": """
        Dr. Wheel Auto Clinic      2016 Honda          Invoice 30417
        Customer: Gail Torres      Plate: KTR-5519      Mileage: 118,204
        Code          Description                     Qty      Amount
        LOF-5W20      Oil & filter service            1.0       49.95
        B2041         Front brake pads, ceramic       1.0       88.40
        R5512         Brake rotor                     2.0      134.00
        DIAG1         Diagnostic exam, engine         1.0      120.00
        Total due                                              392.35
        """,
    "animals": """
        Willow Brook Animal Hospital
        Client: Dana Fisher      Patient: Biscuit      Species: Canine      Breed: Beagle
        Date            Description                     Qty      Total
        02/11/2026      Examination, annual             1         62.00
        02/11/2026      Rabies vaccine, 3 years         1         28.00
        02/11/2026      Heartworm test                  1         45.00
        Total charges 135.00      Amount due 135.00
        """,
    "pay": """
        Corner Bakery      Earnings statement
        Employee: Rita Colson      Pay period 06/01/2026 - 06/14/2026
        Federal tax                 112.00       1,232.00
        Medicare                     20.88         229.68
        Health insurance             65.00         715.00
        Dental                        9.00          99.00
        Net pay                   1,233.12
        """,
    "other insurance": """
        Lakeside Mutual Insurance      Auto policy renewal bill      Policy number: AU-5521008
        Insured: Petra Lindgren      Due date 07/01/2026
        Coverage                                     Premium
        Bodily injury                                 142.00
        Collision, deductible 500                     112.00
        Medical payments                               12.00
        Amount due                                    266.00
        """,
}


@pytest.mark.parametrize("trade", OTHER_TRADES)
def test_papers_of_other_trades_are_not_medical(trade: str) -> None:
    assert not lay_out(page_of(OTHER_TRADES[trade])).medical


def test_a_patients_bill_may_name_a_thing_of_another_trade() -> None:
    assert lay_out(
        page_of("""
        Harbor Physical Therapy & Fitness      Account: 77123
        Patient: Ada Lombard                   Injured in a collision
        Date            Description                    Amount
        03/02/2026      Gym access, therapy            40.00
        03/09/2026      Rabies vaccine                 90.00
        Total                                         130.00
        """)
    ).medical


def test_a_hospital_may_bill_for_single_things_of_several_other_trades() -> None:
    assert lay_out(
        page_of("""
        Mercy Valley Hospital      Account: 77123
        Ada Lombard
        Date            Description                    Amount
        03/02/2026      Surgical dressing            1,500.00
        03/02/2026      Meal plan, diabetic             90.00
        03/02/2026      Haircut                        150.00
        03/02/2026      Internet in the room            10.00
        Total                                        1,750.00
        """)
    ).medical


BORROWED = {
    "codes by chance": """
        Dr. Axle's Car Clinic      Repair order 40417
        Customer: Gail Torres      Vehicle: 2017 pickup      VIN ends 4471
        Op code     Operation                        Amount
        99213       Windshield replaced              310.00
        36415       Draw and test coolant             51.00
        71046       Chassis inspection                65.00
        Subtotal    426.00      Please pay 426.00      Insurance claim: none
        """,
    "a doctor of pipes": """
        THE PIPE DOCTOR      Emergency plumbing, day and night
        Statement for: Gail Torres      Account 20-771
        Service call: January 30, 2026
        Emergency visit, after hours          185.00
        Main line cleared                     140.00
        Wax ring, seal kit                     24.80
        Balance due                           349.80
        Your pipes are our patients. Ask about our yearly care plan: two checkups.
        """,
}


@pytest.mark.parametrize("words", BORROWED)
def test_words_borrowed_from_medicine_make_no_paper_of_another_trade_medical(words: str) -> None:
    assert not lay_out(page_of(BORROWED[words])).medical


@pytest.mark.parametrize("who", ["Patient: Ada Lombard", "Resident name: Ada Lombard"])
def test_few_words_of_another_trade_count_nothing_beside_the_name_of_a_patient(who: str) -> None:
    assert lay_out(
        page_of(f"""
        Larch Grove Nursing Home      Account: 77123
        {who}
        Date            Description                    Amount
        03/01/2026      Room and board               6,200.00
        03/05/2026      Beauty salon                    25.00
        03/05/2026      Haircut                         20.00
        03/05/2026      Pedicure                        30.00
        Total                                        6,275.00
        """)
    ).medical


def test_many_words_of_another_trade_count_whoever_is_called_a_patient() -> None:
    assert not lay_out(
        page_of("""
        The Nail Doctor, Salon & Clinic      Account: 77123
        Patient: Ada Lombard
        Date            Description                    Amount
        03/01/2026      Haircut                         55.00
        03/05/2026      Manicure treatment              25.00
        03/05/2026      Pedicure treatment              20.00
        03/05/2026      Blowout                         30.00
        Total                                          130.00
        """)
    ).medical


@pytest.mark.parametrize(
    "services",
    [
        ("ROOM CHARGE SEMI PRIVATE", "DRAIN JACKSON PRATT 10MM", "DRAIN PUMP ASSEMBLY"),
        ("Retainer, upper", "Canine exposure", "Lease of night guard"),
        ("Fitness evaluation", "Gym program, 4 weeks", "Fitness test"),
        ("Remote transmission, pacemaker", "Engine response", "Fungus, species"),
    ],
)
def test_words_that_medicine_has_too_are_of_no_other_trade(services: tuple[str, ...]) -> None:
    rows = "\n".join(f"03/02/2026  {service:<40} 90.00" for service in services)
    heads = f"Date        {'Description':<40} Amount"
    assert lay_out(
        page_of(f"Harbor Smiles\nPatient: Ada Lombard    Account 12345\n\n{heads}\n{rows}\nAmount due 270.00")
    ).medical


def test_a_ride_by_ambulance_may_have_one_code_alone() -> None:
    assert lay_out(
        page_of("""
        PRICE ESTIMATE                                             Fenland EMS
        FOR SERVICES TO: Ada Lombard     CREATED ON: 02-08-2026    ESTIMATE ID: 7070-99967
        SERVICE                       UN      ESTIMATE
        Ground mileage,               1       $24.00
        each mile
        A0425,SH, XU
        TOTAL OF EXPECTED CHARGES             $24.00
        """)
    ).medical


def test_a_reminder_of_a_diagnostic_center_names_little_more_than_its_trade() -> None:
    reminder = """
        Delinquent Account Notice             Juniper Flats {trade}, Inc.
        Dated        Services provided to     Amount Now Due
        02.20.25     Anneliese Haverford      2,050.00
        Your account is 4858-23982.
        Our records show that your account is past due. If you have paid, please disregard this notice.
        """
    assert lay_out(page_of(reminder.format(trade="Diagnostics"))).medical
    assert not lay_out(page_of(reminder.format(trade="Carpets"))).medical
