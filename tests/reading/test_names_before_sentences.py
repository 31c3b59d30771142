"""Names behind a label: they end where a sentence begins, and the title of a paper is none."""

from tests.reading.papers import SERVICES, read_text

HEAD = "Ferncross Diagnostics\n9 Assay Park, Velmont, NJ 07899\n\nPatient: Ada Lombard    Account: LC-10447\n"


def test_a_name_ends_where_a_sentence_begins() -> None:
    document = read_text(f"{HEAD}{SERVICES}\nInsurance on file: Tamarack Mutual. This lists the charges posted here.\n")
    assert document.payer is not None
    assert document.payer.name == "Tamarack Mutual"


def test_the_point_of_an_abbreviation_ends_no_name() -> None:
    document = read_text(f"{HEAD}{SERVICES}\nInsurance on file: St. Brendan Mutual of the Lakes\n")
    assert document.payer is not None
    assert document.payer.name == "St. Brendan Mutual of the Lakes"


def test_the_title_of_a_paper_right_of_a_name_is_no_payer() -> None:
    document = read_text(f"""
Evermark      Health Plan                              THIS IS NOT A BILL

Explanation of Benefits                                Member ID: EVK 771402885

Patient: Ada Lombard    Claim number: 26078-5519420    Provider: Tollgate Orthopedic Group
{SERVICES}""")
    assert document.payer is None or document.payer.name != "THIS IS NOT A BILL"
