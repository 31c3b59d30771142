"""Values that a bill prints in the sentences below its sums, and codes behind what somebody came for."""

from plainbill.case import Document
from tests.reading.papers import read_text

PAPER = """
Red Bluff County EMS                                    INVOICE
1 Firehouse Square, Red Bluff, NM 87999                 Invoice date 07/28/2026

Patient: Ada Lombard
{reason}

Service                    HCPCS      Quantity    Rate       Total
Advanced life support      A0433        1       1,485.00   1,485.00
Ground mileage             A0425       18.4        23.00     423.20

                                Total charges                $1,908.20

{foot}
"""


def bill(*, reason: str = "", foot: str = "") -> Document:
    return read_text(PAPER.format(reason=reason, foot=foot))


def test_a_number_behind_a_sentence_is_read_by_its_label() -> None:
    foot = "Questions or a payment plan: 505-555-0181, weekdays. Tax ID 00-6600918. NPI 1999880063. Thank you."
    provider = bill(foot=foot).provider
    assert provider is not None
    assert (provider.tax_id, provider.npi, provider.phone) == ("00-6600918", "1999880063", "505-555-0181")


def test_the_phone_of_an_insurance_plan_is_none_of_the_office() -> None:
    provider = bill(foot="Questions about your health plan: 505-555-0181, weekdays.").provider
    assert provider is not None
    assert provider.phone is None


def test_the_code_behind_a_reason_is_a_diagnosis() -> None:
    assert list(bill(reason="Reason: chest pain (R07.9)").diagnosis_codes) == ["R07.9"]


def test_a_number_in_parentheses_behind_a_reason_is_none() -> None:
    assert list(bill(reason="Reason: chest pain (3 hours)").diagnosis_codes) == []


def test_a_point_ends_the_last_code_of_a_sentence() -> None:
    foot = "Give this invoice to your insurer. Diagnosis: F80.2, F82."
    assert list(bill(foot=foot).diagnosis_codes) == ["F80.2", "F82"]


def test_a_point_before_more_digits_ends_no_code() -> None:
    assert list(bill(foot="Diagnosis: H61. 23").diagnosis_codes) == []
    assert list(bill(foot="Diagnosis: H61 23").diagnosis_codes) == []


def test_a_point_for_the_comma_between_codes_ends_the_first() -> None:
    assert list(bill(foot="Diagnosis: E11.9, M54.50. S93.401A").diagnosis_codes) == ["E11.9", "M54.50", "S93.401A"]
