"""Heads that say the same in English and in Spanish, row by row."""

from decimal import Decimal

from plainbill.reading.heads.head_words import meaning_of
from tests.reading.papers import read_text

NOTICE = """
Department of Health Care Services            Notice Date: July 1, 2026
EXPLANATION OF MEDICAL BENEFITS
Name: Ada Lombard        Medicaid ID: 0091844720

Date of Service    Provider            Service          Procedure   Amount Billed   Medicaid    Your
Fecha de           Proveedor           Servicio         Code        Cantidad        Paid        Copay
servicio                                                            facturada       Medicaid    Su copago
                                                                                    pagó

05/06/2026         Juniper Clinic      Office visit     99213           $160.00      $68.42       $2.00
05/06/2026         Juniper Clinic      Flu vaccine      90686            $42.00      $19.80       $0.00
05/14/2026         Cedar Pharmacy      Test strips      A4253            $88.40      $31.15       $0.00

Total                                                                   $290.40     $119.37       $2.00
"""


def field_of(text: str) -> str | None:
    meaning = meaning_of(tuple(text.split()))
    return meaning.fields[0] if meaning is not None and meaning.exact else None


def test_what_a_head_says_in_both_languages_is_its_column() -> None:
    assert field_of("Medicaid Paid Medicaid pagó") == "plan_paid"
    assert field_of("Date of Service Fecha de servicio") == "date"
    assert field_of("Cantidad facturada") == "charge"


def test_two_heads_of_one_language_are_not_one() -> None:
    assert field_of("Su copago Su copago") != "copay"
    assert field_of("Amount billed Su copago") is None


def test_the_amounts_below_such_a_head_are_read() -> None:
    lines = read_text(NOTICE).lines
    assert [line.code for line in lines] == ["99213", "90686", "A4253"]
    assert [(line.charge, line.plan_paid, line.copay) for line in lines] == [
        (Decimal("160.00"), Decimal("68.42"), Decimal("2.00")),
        (Decimal("42.00"), Decimal("19.80"), Decimal("0.00")),
        (Decimal("88.40"), Decimal("31.15"), Decimal("0.00")),
    ]
