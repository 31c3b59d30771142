from decimal import Decimal

from plainbill.case import Line
from plainbill.reading.parsed import ParsedDocument
from tests.reading.papers import page_of, read_pages

HEAD = """
Tamarack Ridge Health Plan
Explanation of Benefits                          Processed: 06/11/2025
Member: Ansel Pruitt        Member ID: TRP-77140
Provider: Sandhill Clinic   Claim number: 25-118840
"""

SERVICES = """
Hearing test
05/20/2025   Code 92557
Billed        Discount      Allowed       Plan paid
$120.00       $30.00        $90.00        $44.00
Deductible    Copay         Coinsurance   Your share
              $46.00                      $46.00

Ear wax removal
05/20/2025   Code 69210
Billed        Discount      Allowed       Plan paid
$85.00        $10.00        $75.00        $0.00
Deductible    Copay         Coinsurance   Your share
$75.00                                    $75.00

Repair of hearing aid
05/21/2025   Code V5014
Billed        Discount      Allowed       Plan paid
$60.00        $12.00        $48.00        $38.40
Deductible    Copay         Coinsurance   Your share
                            $9.60         $9.60
"""


def paper(body: str) -> ParsedDocument:
    (parsed,) = read_pages(page_of(HEAD + body))
    return parsed


def shares(line: Line) -> list[Decimal | None]:
    return [line.deductible, line.copay, line.coinsurance, line.patient_responsibility]


def test_amounts_below_a_second_row_of_captions_are_of_the_same_service() -> None:
    first, second, third = paper(SERVICES).document.lines
    assert shares(first) == [None, Decimal(46), None, Decimal(46)]
    assert shares(second) == [Decimal(75), None, None, Decimal(75)]
    assert shares(third) == [None, None, Decimal("9.60"), Decimal("9.60")]


def test_amounts_below_the_first_row_of_captions_stay_with_their_service() -> None:
    lines = paper(SERVICES).document.lines
    assert [(line.code, line.description) for line in lines] == [
        ("92557", "Hearing test"),
        ("69210", "Ear wax removal"),
        ("V5014", "Repair of hearing aid"),
    ]
    assert [line.charge for line in lines] == [120, 85, 60]
    assert [line.plan_paid for line in lines] == [44, 0, Decimal("38.40")]


def test_the_last_of_such_services_is_no_total() -> None:
    totals = paper(SERVICES).document.totals
    assert totals is None or totals.charges is None
