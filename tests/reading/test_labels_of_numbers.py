"""Labels of numbers and codes as ambulances, laboratories, suppliers and dental plans print them."""

from tests.reading.papers import SERVICES, read_text


def test_short_labels_of_numbers_are_known() -> None:
    document = read_text(f"""
    Alder County Rescue                     Fed. ID 84-5550019
    40 Ladder Way, Velmont, NJ 07899
    Patient: Ada Lombard                    Invoice date: 05/04/2026
    Condition: R07.9                        PAR # PA26-0044178
    {SERVICES}
    """)
    assert document.provider is not None
    assert document.provider.tax_id == "84-5550019"
    assert document.diagnosis_codes == ("R07.9",)
    assert document.authorization_number == "PA26-0044178"


def test_a_legend_of_places_is_no_place_of_the_care() -> None:
    document = read_text(f"""
    Alder Street Counseling                 Invoice date: 05/04/2026
    Patient: Ada Lombard
    {SERVICES}
    POS 10 = telehealth, client at home.
    """)
    assert document.place_of_service is None


def test_the_title_of_a_ledger_is_no_number_of_an_account() -> None:
    patient = read_text("""
        Lakeshore Dental Group                 ACCOUNT LEDGER 2025
        Patient: Ada Lombard                   Patient no. 20417
        Date         Description               Charge
        03/04/2025   Office visit (99213)      120.00
    """).patient
    assert patient is not None and patient.account_number != "LEDGER 2025"
