"""Ledgers whose charges all have codes: what takes something off without one is no charge."""

from tests.reading.papers import read_text

LEDGER = """
    Foxmoor Counseling LLC                        Ledger for Ada Lombard
    12 Quarry Lane, Foxmoor, NM 87002             As of 02/28/2026

           Date          Entry                                             +/-
    SVC    01/08/2026    90837    Psychotherapy 60 min                +  170.00
    COP    01/08/2026    Copay, card                                     -35.00
    SVC    01/15/2026    90837    Psychotherapy 60 min                +  170.00
    INS    02/03/2026    Cedar Behavioral EFT                           -152.40
    ADJ    02/03/2026    Cedar Behavioral contract                       -82.60
    SVC    02/05/2026    90834    Psychotherapy 45 min                +  130.00
    REV    02/05/2026    90834    Psychotherapy 45 min, in error        -130.00
           Balance                                                       $70.00
"""


def test_what_takes_off_without_a_code_is_a_payment_and_a_charge_taken_back_is_none() -> None:
    document = read_text(LEDGER)
    assert [str(line.charge) for line in document.lines] == ["170.00", "170.00", "130.00", "-130.00"]
    assert [(each.kind, str(each.amount)) for each in document.payments] == [
        ("patient_payment", "35.00"),
        ("insurance_payment", "152.40"),
        ("contractual_adjustment", "82.60"),
    ]
