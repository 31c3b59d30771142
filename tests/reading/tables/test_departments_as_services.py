"""Words below a service that go on with it, though a heading of a department could say the same."""

from plainbill.case import Document
from tests.reading.papers import read_text


def described(document: Document) -> list[str | None]:
    return [line.description for line in document.lines]


def test_the_second_row_of_a_department_on_a_summary_by_departments_heads_nothing() -> None:
    document = read_text("""
        Larkspur Hospital
        Hospital Statement
        Patient: Ada Lombard          Account: LC-10447

        Cost          Cost Center
        6,703.00      IV Therapy
        3,946.00      Pharmacy
        6,019.75      Physical
                      Therapy
          697.00      Respiratory
                      Services
        1,204.00      Laboratory
    """)
    assert described(document) == [
        "IV Therapy", "Pharmacy", "Physical Therapy", "Respiratory Services", "Laboratory",
    ]  # fmt: skip


def test_a_department_between_services_that_are_none_heads_those_below() -> None:
    document = read_text("""
        Larkspur Hospital
        Patient: Ada Lombard          Account: LC-10447

        Date          Code      Service                  Charge
        05/02/2025    80053     Metabolic panel           81.00

                                Physical Therapy
        05/02/2025    97110     Exercise                 120.00
        05/02/2025    97140     Hands on treatment       110.00
    """)
    assert described(document) == ["Metabolic panel", "Exercise", "Hands on treatment"]


def test_words_above_the_diagnoses_of_a_service_go_on_with_it() -> None:
    document = read_text("""
        Elmgrove Smiles Dental
        Patient: Ada Lombard          Account: LC-10447

        Activity          Tooth   Code    Units   Total     Payments   Balance    Day
        Fluoride          31      D1206   1        54.00    N/A         54.00     12/09/2025
        varnish
        Dx: M17.11
        Cleaning, adult   27      D1110   1       150.00    N/A        204.00     12/09/2025
        Dx: Z12.31
        Root canal,       10      D3330   1     1,502.00    N/A      1,706.00     12/21/2025
        molar
        Dx: Z12.31
    """)
    assert described(document) == ["Fluoride varnish", "Cleaning, adult", "Root canal, molar"]
