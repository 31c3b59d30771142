"""Names behind their labels."""

from tests.reading.papers import read_text


def test_a_name_in_one_piece_is_parted_at_its_capital() -> None:
    paper = (
        "Larkspur Clinic, LLC\nPatient: {name}          Account: LC-10447\n\nOffice visit    100.00\nTotal   100.00\n"
    )
    for printed, name in (("AdaLombard", "Ada Lombard"), ("MacDonald", "MacDonald"), ("Ada DeVries", "Ada DeVries")):
        patient = read_text(paper.format(name=printed)).patient
        assert patient is not None
        assert patient.name == name


def test_the_name_of_a_company_keeps_the_capital_within() -> None:
    document = read_text("""
Larkspur Clinic, LLC          Statement Date: 05/01/2026
Patient: AdaLombard           Insurance: BrightHealthcare

Office visit    100.00
Total   100.00
""")
    assert (document.patient and document.patient.name, document.payer and document.payer.name) == (
        "Ada Lombard",
        "BrightHealthcare",
    )


def test_the_last_word_of_a_group_of_clinicians_belongs_to_its_name() -> None:
    document = read_text("""
EXPLANATION OF BENEFITS
Violet Ridge Health Insurance
Member ID: VRH 7781 2209        Provider: Amberlea Medical Group
Group: 0048811                  Patient: Ida Quill

Service date   Service         Billed    Plan paid
01/12/2026     Office visit    240.00    116.60
""")
    assert document.provider is not None
    assert document.provider.name == "Amberlea Medical Group"
    assert document.coverage is not None
    assert document.coverage.group_number == "0048811"


def test_a_year_before_a_closing_parenthesis_is_the_year_of_birth() -> None:
    document = read_text("""
Larkspur Clinic, LLC          Invoice date  Feb 2, 2026
Patient   Dashiell Marchetti (DOB Mar 3, 1961)

Office visit    100.00
Total   100.00
""")
    assert document.patient is not None
    assert str(document.patient.date_of_birth) == "1961-03-03"


def test_a_name_ends_before_a_number_that_no_label_parts_from_it() -> None:
    document = read_text("""
Larkspur Mutual Insurance
EXPLANATION OF BENEFITS
Subscriber: Osgood Ellsworth GJL782230273-03
FOR SERVICES TO Ada Lombard           Provider: Larkspur Cardiology Group, LLC

Office visit    03/02/2026    100.00
Total   100.00
""")
    assert document.coverage is not None and document.patient is not None and document.provider is not None
    assert document.coverage.subscriber_name == "Osgood Ellsworth"
    assert (document.patient.name, document.provider.name) == ("Ada Lombard", "Larkspur Cardiology Group, LLC")
