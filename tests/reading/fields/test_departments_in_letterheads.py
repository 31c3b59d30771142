"""Departments in large print beside the name of the office, and plans that a bill says were billed."""

from tests.reading.papers import SERVICES, read_text


def test_the_department_beside_the_name_of_a_hospital_is_not_who_bills() -> None:
    document = read_text(
        """
EMERGENCY DEPARTMENT                       Cobalt Bay Hospital
Statement                                  2147 Fairmont Blvd
                                           Erie, PA 16501

Patient: Ines Falk            Account: 40917
"""
        + SERVICES
    )
    assert document.provider is not None
    assert document.provider.name == "Cobalt Bay Hospital"


def test_the_plan_that_a_bill_was_sent_to_is_the_payer() -> None:
    document = read_text(
        """
Alder Bay Anesthesia Partners               Statement
3562 Harbor View Ter, Ocala, FL 34470

Patient: Ines Falk            Account: 40917
Amount due: $20.00            Billed to: Meridian Care Assurance

Date        Code    Description                 Charge
03/27/26    00840   Anesthesia, abdomen         210.25
"""
    )
    assert document.payer is not None and document.payer.name == "Meridian Care Assurance"


def test_a_person_whom_a_bill_was_sent_to_is_no_plan() -> None:
    document = read_text(
        """
Alder Bay Clinic               Statement
Billed to: Ada Lombard         Account: 40917
"""
        + SERVICES
    )
    assert document.payer is None
