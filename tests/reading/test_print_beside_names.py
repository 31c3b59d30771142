"""Names, addresses, sexes and places of a paper with other print beside them."""

from tests.reading.papers import read_text

SERVICES = """
Date        Code     Service             Charge
03/02/2026  99213    Office visit        140.00
03/02/2026  87880    Rapid test           40.00
Total charges                            180.00
Amount due                               180.00
"""


def test_an_office_that_mail_goes_to_is_still_the_one_in_the_letterhead() -> None:
    document = read_text(f"""
Larkspur Eye Surgeons, P.A.                  For questions about this bill: (903) 555-0149
5 Mercer Walk, Suite 210
Dunmore Springs, TX 75999
Patient: Ada Lombard                         Statement date: 04/14/2026
{SERVICES}
Mail to:
Larkspur Eye Surgeons, P.A.
PO Box 60091, Ardmoor, TX 75998
""")
    assert document.provider is not None
    assert document.provider.name == "Larkspur Eye Surgeons, P.A."
    assert document.provider.phone == "(903) 555-0149"
    assert document.provider.address is not None
    assert "Mercer Walk" in document.provider.address


def test_the_title_behind_a_name_is_no_part_of_it() -> None:
    document = read_text(f"""
Verdant Health Pavilion Price Estimate
77 Orchard Gate, Millbrook, IN 46999
Prepared for: Ada Lombard                    Created: 06/01/2026
{SERVICES}
""")
    assert document.provider is not None
    assert document.provider.name == "Verdant Health Pavilion"


def test_the_number_of_a_station_belongs_to_its_street() -> None:
    document = read_text(f"""
SAGEBRUSH VALLEY EMS
Station 2, 811 Airfield Road
Tansy Flats, NV 89999
Patient: Ada Lombard                         Invoice date: 02/14/2026
{SERVICES}
""")
    assert document.provider is not None
    assert document.provider.address is not None
    assert document.provider.address.startswith("Station 2, 811 Airfield Road")


def test_the_sex_may_stand_without_a_label_between_birth_and_number() -> None:
    document = read_text(f"""
Larkspur Clinic, LLC                         Statement date: 04/14/2026
Ada Lombard   DOB: 02/28/1957    Female    MRN: 0447182
{SERVICES}
""")
    assert document.patient is not None
    assert document.patient.sex == "F"


def test_the_child_of_a_bill_sent_to_parents_is_the_patient() -> None:
    document = read_text(f"""
Larkspur Pediatrics, LLC                     Account  LP-20913
91 Harrow Lane, Suite 4                      Child  Cosima Lombard
Benning, OH 44998                            Statement of April 9, 2026

To the parent of Cosima Lombard
14 Pottery Court
Benning, OH 44998
{SERVICES}
""")
    assert document.patient is not None
    assert document.patient.name == "Cosima Lombard"


def test_who_pays_for_oneself_names_no_insurer() -> None:
    document = read_text(f"""
Larkspur Surgery Center                      Good Faith Estimate
Patient: Ada Lombard                         Prepared on 05/01/2026
Coverage: Self-pay (no insurance used)
{SERVICES}
""")
    assert document.payer is None or document.payer.name is None


def test_what_is_to_be_done_is_no_name_of_a_plan() -> None:
    document = read_text("""
LARKSPUR DERMATOLOGY                 Encounter Note
Patient: Ada Lombard                 DOB: 06/06/1982
MRN: LD-11843                        Visit: 12/04/2025

Services performed
99213       Office visit, established patient
17110       Destruction of warts

PLAN
Results in 7 to 10 days. Keep the site clean and covered. Return in 4 weeks for wart check.
""")
    assert document.coverage is None or document.coverage.plan_name is None


def test_the_number_of_a_house_is_no_code_of_a_note() -> None:
    document = read_text("""
HARVESTMAN RETIREE HEALTH TRUST                   EXPLANATION OF BENEFITS
1 Granary Square, Plainsboro Falls, IA 52999      Paid 02/20/2026
Retiree: CORNELIUS J HATHAWAY                     Patient: ADA HATHAWAY
ID: HRT5500183                                    Provider: PRAIRIE GATE CLINIC

Date        Proc.    Service        Charge    Over allowance   Allowance   Trust paid   Member share   Reason codes
01/15/2026  99214    Office visit   232.00    101.50           130.50      104.40       26.10          45,1
01/19/2026  G0283    E-stim          40.00     25.80            14.20       11.36        2.84          45,1

Reason codes: 1 deductible; 45 charge above allowance
""")
    assert all("Granary" not in (remark.text or "") for remark in document.remarks)
    assert document.coverage is not None
    assert document.coverage.subscriber_name == "CORNELIUS J HATHAWAY"
    assert str(document.processed_date) == "2026-02-20"
