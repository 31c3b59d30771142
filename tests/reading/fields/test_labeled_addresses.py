"""Addresses in the boxes of a form: the patient's, and those of whoever estimates."""

from tests.reading.papers import read_text

ESTIMATE = """
    Alder Bend Dermatology, P.C.
    Good Faith Estimate for Health Care Items and Services

    Patient First Name             Middle Name            Last Name
    Iris                           Q.                     Lombard

    Patient Identification Number    Patient Mailing Address, Phone Number, and Email Address
    AB-118402                        602 Cedar Trl, Reno, NV 89501   (775) 555-0128

    Date of Good Faith Estimate: 09 / 15 / 2025

    Provider/Facility Name                           Provider/Facility Type
    Alder Bend Dermatology, P.C.                     Dermatology practice
    {address}

    Service/Item                      Service Code       Quantity        Expected Cost
    Removal of skin growth            11402              1               $640.00
    Lab exam of tissue                88305              1               $280.00
    Total estimated cost                                                 $920.00
"""
BOXES = """Street Address                                   Contact Phone
    140 Amelia St Ste 6                              (775) 555-0164
    City, State, ZIP Code                            National Provider Identifier
    Sparks, NV 89431                                 1902555018"""


def test_the_parts_of_an_offices_address_stand_in_boxes_below_each_other() -> None:
    document = read_text(ESTIMATE.format(address=BOXES))

    assert document.provider is not None
    assert document.provider.address == "140 Amelia St Ste 6, Sparks, NV 89431"


def test_the_address_below_the_patients_caption_is_not_the_offices() -> None:
    document = read_text(ESTIMATE.format(address=""))

    assert document.provider is not None
    assert document.provider.name == "Alder Bend Dermatology, P.C."
    assert document.provider.address is None


def test_the_boxes_of_a_form_hold_a_first_letter_and_a_day_with_blanks() -> None:
    document = read_text(ESTIMATE.format(address=BOXES))

    assert document.patient is not None
    assert document.patient.name == "Iris Q. Lombard"
    assert str(document.document_date) == "2025-09-15"
