"""Rows below services that say by which code, how often and at what price each was done."""

import pytest

from plainbill.reading.rows.atoms import atoms_of
from plainbill.reading.rows.forming import rows_of
from plainbill.reading.tables.told_below import told_in
from tests.reading.papers import page_of, read_text

OFFICE = """
Fernhollow Infusion Center
8 Slate Street
Elmgrove, NM 87999

Patient: Ada Lombard          Account: FI-10447
Statement Date: 05/01/2025

"""


@pytest.mark.parametrize("dot", ["\u00b7", "."])
def test_count_price_and_drug_code_below_a_service_are_its_own_and_the_sum_is_none(dot: str) -> None:
    glue = f" {dot} " if dot == "\u00b7" else dot
    document = read_text(
        OFFICE
        + f"""
What we did
Hydration, first hour                        $180.00
96360{glue}1 x $180.00
Hydration, each added hour                   $120.00
96361{glue}2 x $60.00
Ketorolac 15 mg                               $42.00
J1885 \u00b7 4x $10.50 \u00b7 NDC00409-3795-01
Iron sucrose 1 mg, discarded part             $30.00
J1756/JW \u00b7 20 x $1.50 \u00b7 NDC 00517-2340-10

What this care comes to                      $372.00
"""
    )
    assert [(line.code, line.modifiers, line.units, line.ndc, str(line.charge)) for line in document.lines] == [
        ("96360", (), 1, None, "180.00"),
        ("96361", (), 2, None, "120.00"),
        ("J1885", (), 4, "00409-3795-01", "42.00"),
        ("J1756", ("JW",), 20, "00517-2340-10", "30.00"),
    ]


VISITS = """
Your services
Fernhollow Hospital - Emergency        Mar 3, 2025
ED visit, level 3                                            $980.00
Rev 0450   CPT 99283
Acetaminophen tablet                                           $4.60
Rev 0250
Fernhollow Physicians                  Mar 3, 2025           Ines Okonjo, MD
ED physician, level 3                                        $466.00
CPT 99283-25
Fernhollow Physicians                  Mar 11, 2025          Per Aldous, PA-C
Stitch check                                                   $0.00
CPT 99024
Tetanus vaccine                                               $74.00
CPT 90714
Total charges                                              $1,524.60
"""


def test_a_label_and_its_code_below_a_service_are_its_own() -> None:
    lines = read_text(OFFICE + VISITS).lines
    assert [(line.revenue_code, line.code) for line in lines[:3]] == [
        ("0450", "99283"),
        ("0250", None),
        (None, "99283"),
    ]


def test_a_day_between_an_office_and_a_clinician_heads_the_services_below_it() -> None:
    lines = read_text(OFFICE + VISITS).lines
    assert [(str(line.service_date), line.rendering_provider) for line in lines] == [
        ("2025-03-03", None),
        ("2025-03-03", None),
        ("2025-03-03", "Ines Okonjo, MD"),
        ("2025-03-11", "Per Aldous, PA-C"),
        ("2025-03-11", "Per Aldous, PA-C"),
    ]


def test_a_row_with_a_code_below_it_is_a_service_though_its_words_may_be_those_of_a_payment() -> None:
    document = read_text(OFFICE + VISITS)
    assert (document.lines[3].description, str(document.lines[3].charge)) == ("Stitch check", "0.00")
    assert not document.payments


def test_a_modifier_in_the_place_of_the_code_a_day_a_time_and_units_stand_below_a_service() -> None:
    lines = read_text(
        OFFICE
        + """
00740   Anesthesia, upper endoscopy                              $815.50
QK-P2   Date 03/07/2025   Time 07:42-08:37   Units 9.3

36620   Artery line                                              $310.00
59      Date 03/07/2025

76937   Ultrasound guide for a vein                              $188.00
26      Date 03/07/2025

Total charges                                                  $1,313.50
"""
    ).lines
    assert [(line.code, line.modifiers, str(line.service_date), line.service_time, line.units) for line in lines] == [
        ("00740", ("QK", "P2"), "2025-03-07", "07:42-08:37", 9.3),
        ("36620", ("59",), "2025-03-07", None, None),
        ("76937", ("26",), "2025-03-07", None, None),
    ]


@pytest.mark.parametrize("day", ["", "03/02/2026"])
def test_the_price_of_one_below_a_service_of_a_table_is_no_charge(day: str) -> None:
    document = read_text(
        OFFICE
        + f"""
Description                                  Amount
Dressing kit                                $124.00
A6010  2 x $62.00  {day}
Saline                                       $30.00
J7030  3 x $10.00  {day}
Total                                       $154.00
"""
    )
    assert [(line.code, line.description, line.units, str(line.charge)) for line in document.lines] == [
        ("A6010", "Dressing kit", 2, "124.00"),
        ("J7030", "Saline", 3, "30.00"),
    ]


@pytest.mark.parametrize(
    ("words", "amount"), [("Insurance adjustment", "-$20.00"), ("Contractual write-off", "$20.00")]
)
def test_what_takes_off_and_names_a_code_below_it_is_no_service(words: str, amount: str) -> None:
    document = read_text(
        OFFICE
        + f"""
Date         Description                          Amount
03/02/2026   Spinal adjustment                    $60.00
             CPT 98940
03/02/2026   Exercise                             $40.00
             CPT 97110
03/03/2026   {words.ljust(30)}      {amount.rjust(7)}
             CPT 98940
Amount due                                        $80.00
"""
    )
    assert [(line.code, str(line.charge)) for line in document.lines] == [("98940", "60.00"), ("97110", "40.00")]
    assert [str(payment.amount) for payment in document.payments] == ["20.00"]


def test_times_from_and_to_and_a_clinician_below_a_service_are_its_own() -> None:
    document = read_text(
        OFFICE
        + """
DATE       SERVICE                          UNITS      CHARGE      CREDIT
3/11/25    Anesthesia for hip repair        12         1,584.00
           01230-QK-P2 · Ada Marlow MD · Time 07:42 - 09:12
3/11/25    Nurse anesthetist, hip           12         1,584.00
           01230-QX-P2 · RowanPellham CRNA · Time 07:42- 09:12
4/18/25    Lakeland PPO payment                                    2,000.00-
"""
    )
    assert [(line.description, line.rendering_provider, line.service_time) for line in document.lines] == [
        ("Anesthesia for hip repair", "Ada Marlow MD", "07:42 - 09:12"),
        ("Nurse anesthetist, hip", "Rowan Pellham CRNA", "07:42 - 09:12"),
    ]


def test_what_a_drug_came_in_stands_behind_its_measure_and_is_no_word_of_the_service() -> None:
    document = read_text(
        OFFICE
        + """
Date          Code        Drug or service         Units      Amount
02/19/2025    Q5103 JZ    Infliximab 10 mg        30         2,520.00
                          N4 00069080901 UN3 vial 100MG
02/19/2025    J1200       Diphenhydramine 50 mg   1              6.50
                          N4 63323066401 ML1
Total charges                                                2,526.50
"""
    )
    assert [(line.description, line.ndc) for line in document.lines] == [
        ("Infliximab 10 mg", "00069080901"),
        ("Diphenhydramine 50 mg", "63323066401"),
    ]


RECEIPT = """
    FernCare Walk-In
    9914 Gulf Fwy
    Houston, TX 77034
    (555) 339-4410

    VISIT RECEIPT
    Patient: Ada Lombard
    Encounter: E-7719204
    Visit: 02/14/2025   Checked out 11:52 AM

    Office visit new L3           189.00
      99203 -25
    Rapid strep                    34.00
      87880 -QW
    Rapid flu B                    38.00
      87804 -QW -59
    Injection fee                  45.00
      96372
    TOTAL CHARGES                 306.00
    02/14/2025 Visa ****4471     -306.00
    BALANCE                         0.00
    {auth}
    APPROVED
"""


def test_modifiers_behind_a_code_below_the_words_may_each_have_a_dash() -> None:
    lines = read_text(RECEIPT.format(auth="")).lines
    assert [(line.description, line.code, line.modifiers) for line in lines] == [
        ("Office visit new L3", "99203", ("25",)),
        ("Rapid strep", "87880", ("QW",)),
        ("Rapid flu B", "87804", ("QW", "59")),
        ("Injection fee", "96372", ()),
    ]


def test_dashed_modifiers_below_items_of_a_list_are_told_too() -> None:
    told = told_in(atoms_of(rows_of(page_of("87804 -QW -59"))[0]))
    assert [[atom.text for atom in cell] for cell in told.values()] == [["87804", "-QW", "-59"]]


@pytest.mark.parametrize("auth", ["AUTH 08841C    CHIP READ", "AUTH 08841C    Contactless"])
def test_the_number_by_which_a_bank_approved_a_card_authorizes_no_care(auth: str) -> None:
    assert read_text(RECEIPT.format(auth=auth)).authorization_number is None


def test_an_authorization_of_a_plan_on_a_receipt_stays_one() -> None:
    plan = RECEIPT.replace("Encounter", "Authorization: PA-7740113\n    Encounter").format(
        auth="AUTH 08841C  CHIP READ"
    )
    assert read_text(plan).authorization_number == "PA-7740113"


def test_an_authorization_beside_the_masked_number_of_a_member_stays_one() -> None:
    plan = RECEIPT.replace("Encounter", "Member ID: ****4417   Authorization: PA-7740113\n    Encounter")
    assert read_text(plan.format(auth="")).authorization_number == "PA-7740113"


def test_a_first_and_a_last_day_below_a_service_are_both_its_own() -> None:
    text = """
Brookline Home Infusion
Statement date: 30 Jun 2026          Patient: Cora Wren

SALINE FLUSH KIT                                                $64.00
HCPCS A4221 Qty 2   01 Jun 2026 to 07 Jun 2026
NURSE VISIT, FIRST TWO HOURS                                   $210.00
HCPCS 99601 Qty 1   03 Jun 2026
INFUSION PUMP PER DIEM                                         $386.00
HCPCS S9500 Qty 7   01 Jun 2026 - 07 Jun 2026

Total charges                                                  $660.00
"""
    assert [(str(line.service_date), str(line.service_date_to), line.code) for line in read_text(text).lines] == [
        ("2026-06-01", "2026-06-07", "A4221"),
        ("2026-06-03", "None", "99601"),
        ("2026-06-01", "2026-06-07", "S9500"),
    ]
