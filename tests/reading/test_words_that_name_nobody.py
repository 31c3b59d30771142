"""A word that many names have is no name by itself, wherever a narrow column breaks before it."""

from tests.reading.papers import read_text

PAPER = """
Quenby Regional                                                             Patient bill
2200 Calloway Bend, Orrin, TX 78999                                  Mailed May 20, 2026

                             Patient         Ada Lombard
At a glance                  Visit account   7730-418826
Charges       $1,092.00
Paid by
Health
Plan            -$92.00
                             Date        Description               Procedure    Qty   Charge
                             04/14/26    Colonoscopy               45385         1     846.00
                             04/14/26    Tissue exam, level IV     88305         3     246.00
"""


def test_the_last_word_of_an_insurer_is_no_provider() -> None:
    document = read_text(PAPER)

    assert document.provider is None or document.provider.name != "Health"
    assert document.patient is not None
    assert document.patient.account_number == "7730-418826"
