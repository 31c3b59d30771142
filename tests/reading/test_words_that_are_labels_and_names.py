"""Words that are labels of somebody and parts of other names too, and rights that others hold."""

from tests.reading.papers import SERVICES, read_text

NOTICE = """
    {head}
    100 Main Street
    Lexmoor, KY 40999
    Explanation of Benefits
    {row}
    Member: Jon Lombard        Member ID: XK4410072
    Provider: Larkspur Medical Group
    {services}
    {foot}
"""


def names(row: str) -> tuple[str | None, str | None]:
    document = read_text(NOTICE.format(head="Summit Health Plan", row=row, services=SERVICES, foot=""))
    patient = document.patient.name if document.patient is not None else None
    return patient, document.coverage.subscriber_name if document.coverage is not None else None


def payer(head: str, foot: str) -> str | None:
    found = read_text(NOTICE.format(head=head, row="", services=SERVICES, foot=foot)).payer
    return found.name if found is not None else None


def test_a_plan_for_children_is_no_patient() -> None:
    assert names("Child Health Plus")[0] is None
    assert names("Coverage:   Child   Adult   Family")[0] is None
    assert names("Child: Mia Lombard")[0] == "Mia Lombard"


def test_a_plan_for_retirees_is_no_member() -> None:
    assert names("Retiree Medical Choice PPO")[1] == "Jon Lombard"


def test_who_made_the_codes_or_the_program_is_no_payer() -> None:
    for owner in ("American Medical Association", "American Dental Association", "Epic Systems Corporation"):
        assert payer("Summit", f"CPT copyright 2026 {owner}. All rights reserved.") == "Summit"


def test_a_label_with_nothing_below_it_names_nobody_before_the_birth_date() -> None:
    document = read_text("""
        Larkspur University Hospital                    PRICE ESTIMATE
        2808 Elm Street
        Westerfield, CO 56461

        NAME OF PATIENT       BIRTH DATE      ESTIMATE ID     CREATED ON
                              05-24-1959      5096108         04-07-2025

        WHAT WILL BE DONE              #       EST. COST
        Room and board, two beds       1 EA     1,836.00
        ESTIMATED TOTAL                         1,836.00
    """)
    assert document.patient is not None
    assert document.patient.name is None
    assert str(document.patient.date_of_birth) == "1959-05-24"
