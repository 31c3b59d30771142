"""A row below each service with its day, code and count, and an office named behind an account's number."""

from decimal import Decimal

from plainbill.reading.rows.atoms import atoms_of
from plainbill.reading.rows.forming import rows_of
from plainbill.reading.tables.told_below import told_in
from tests.reading.papers import page_of, read_text

PORTAL = """
Account #300417 - Larkspur Orthopedics Clinic
Patient: Ada Lombard    Statement date: Oct 14, 2026

MRI ELBOW LEFT                                        $2,140.00
Sep 3, 2026 · CPT 73221 (LT) · Quantity: 1
Insurance adjustment                                 -$1,240.00
Insurance payment                                      -$700.00
You owe                                                 $200.00

OFFICE VISIT NEW                                        $395.00
Sep 9, 2026 · CPT 99204 · Quantity: 1
Insurance adjustment                                   -$175.00
Insurance payment                                      -$180.00
You owe                                                  $40.00

STEROID INJECTION 10 MG                                  $52.00
Sep 9, 2026 · CPT J3301 · Quantity: 4
Insurance adjustment                                    -$38.00
Insurance payment                                       -$10.00
You owe                                                   $4.00

Total charges                                         $2,587.00
Amount due                                              $244.00
"""


def told(text: str) -> dict[str, str]:
    (row,) = rows_of(page_of(text))
    return {name: " ".join(atom.text for atom in cell) for name, cell in told_in(atoms_of(row)).items()}


def test_each_service_has_the_day_code_and_count_of_the_row_below_it() -> None:
    lines = read_text(PORTAL).lines
    assert [str(line.service_date) for line in lines] == ["2026-09-03", "2026-09-09", "2026-09-09"]
    assert [(line.code, list(line.modifiers), line.units) for line in lines] == [
        ("73221", ["LT"], 1), ("99204", [], 1), ("J3301", [], 4),
    ]  # fmt: skip
    assert [line.charge for line in lines] == [Decimal("2140.00"), Decimal("395.00"), Decimal("52.00")]
    assert [line.description for line in lines] == ["MRI ELBOW LEFT", "OFFICE VISIT NEW", "STEROID INJECTION 10 MG"]


def test_the_office_behind_the_number_of_an_account_is_the_provider() -> None:
    provider = read_text(PORTAL).provider
    assert provider is not None
    assert provider.name == "Larkspur Orthopedics Clinic"


def test_a_row_that_says_anything_else_tells_nothing() -> None:
    assert told("Sep 3, 2026 · CPT 73221 · Quantity: 1") == {"date": "Sep 3, 2026", "code": "73221", "units": "1"}
    assert told("Procedure code: 99213-25  Date of service: 03/02/2026") == {"code": "99213-25", "date": "03/02/2026"}
    assert told("Paid on 03/02/2026 by check 99213") == {}
    assert told("03/02/2026 to 03/04/2026") == {}
    assert told("Account 99213 03/02/2026") == {}
