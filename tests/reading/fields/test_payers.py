from plainbill.reading.documents import parse
from plainbill.reading.layout import lay_out
from tests.reading.papers import page_of, read_text

VISIT = """
Larkspur Orthopedics                 Statement of 05/01/2025
Patient: Ada Lombard                 Account LC-10447

Visit after surgery                  $0.00
99024

Charges      Discount     Insurance    Your part
$0.00        -$0.00       -$0.00       $0.00
"""


def test_an_amount_below_the_word_insurance_names_no_insurer() -> None:
    page = page_of(VISIT)
    parsed = parse([page], [lay_out(page)])
    assert parsed is not None
    assert parsed.document.payer is None


def test_a_name_beside_the_word_insurance_is_the_insurers() -> None:
    document = read_text(VISIT.partition("Charges")[0].replace("LC-10447", "LC-10447\nInsurance: Rowan State Plan"))
    assert document.payer is not None
    assert document.payer.name == "Rowan State Plan"
