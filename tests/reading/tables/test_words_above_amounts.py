"""What was done above its amounts, beside which only a number of the office's own stands."""

from decimal import Decimal

from tests.reading.papers import read_text

INVOICE = """
Larkhaven Pathology
Invoice
Patient: Imogen Thackeray

Specimen read (billing code)
Accession            Tests             Charge
Skin biopsy, left arm (88305)
7-2210               1                 140.00
Special stain, group one (88312)
5-2211               2                  96.00
Frozen section, first block (88331)
9-2212               1                 118.50
Total charges                          354.50
"""


def test_words_above_amounts_are_those_of_the_row_below_them() -> None:
    lines = read_text(INVOICE).lines
    assert [(line.description, line.code, line.charge) for line in lines] == [
        ("Skin biopsy, left arm", "88305", Decimal("140.00")),
        ("Special stain, group one", "88312", Decimal("96.00")),
        ("Frozen section, first block", "88331", Decimal("118.50")),
    ]


def test_counts_under_a_head_of_words_are_units() -> None:
    assert [line.units for line in read_text(INVOICE).lines] == [1, 2, 1]


NOTICE = """
Fernhill Health
Explanation of benefits
Patient: Imogen Thackeray           Processed: 05/20/2026

Served        Procedure   Result   Note    Billed    Allowed    Plan paid   You owe
Skin biopsy, one spot
05/04/2026    11102       Paid             310.00    150.00     150.00       0.00
Wound closure
05/04/2026    12031       Denied   12,31   280.00      0.00       0.00     280.00
Tissue exam under microscope
05/06/2026    88305       Paid     7       140.00     80.00      64.00      16.00

Notes
7       You pay 20% coinsurance.
"""


def test_words_above_a_code_that_no_words_stand_beside_are_its_own() -> None:
    lines = read_text(NOTICE).lines
    assert [(line.code, line.description) for line in lines] == [
        ("11102", "Skin biopsy, one spot"),
        ("12031", "Wound closure"),
        ("88305", "Tissue exam under microscope"),
    ]


def test_two_notes_are_no_amount() -> None:
    assert [[remark.code for remark in line.remarks] for line in read_text(NOTICE).lines] == [[], ["12", "31"], ["7"]]


BILL = """
Larkhaven Anesthesia
Bill
Patient: Imogen Thackeray           Bill date: 05/20/2026

Clinician       Served        Start-Stop     Proc     Modif.   Units   Fee
O. Finch MD     05/04/2026    07:42-09:27    00790    AA       14      1,288.00
        Anesthesia upper abdomen, by scope
O. Finch MD     05/04/2026    07:35          64488    59       1         640.00
        Nerve block of the belly for pain afterwards
"""


def test_words_below_each_service_are_its_own_also_below_the_last() -> None:
    assert [line.description for line in read_text(BILL).lines] == [
        "Anesthesia upper abdomen, by scope",
        "Nerve block of the belly for pain afterwards",
    ]
