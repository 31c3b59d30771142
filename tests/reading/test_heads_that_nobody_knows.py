"""Heads with words that are not known, told by what stands below them, and names of tables above heads."""

from dataclasses import replace

from plainbill.testing.doubles import make_word
from tests.reading.papers import page_of, read_pages, read_text

COUNTED = """
    Silver Fork Hospital
    Statement

    Rev  Code  Un  Service/Item                  Rend Prov      Charge
    0450 96375 3.0 Medicine pushed into a vein   Goodfellow, A   663.00
    0450 12001 1.0 Closing of a small cut        Goodfellow, A   442.01
    0730 93005 2.0 Heart tracing, 12 leads       Dovecote, I     612.66
    0636 J1100 5.0 Dexamethasone, 1 mg           Dovecote, I      40.00
"""
SELDOM = """
    Silver Fork Hospital
    Statement

    Date       Code   MOD 1-4 Activity                 Charge
    04/19/2025 99285          EMERG DEPT VST          3406.00
    04/19/2025 85610          PROTHROMBIN TIME          89.00
    04/19/2025 80048          BASIC METAB PNL          160.75
    04/19/2025 84484          TROPONIN QUANT           284.50
    04/19/2025 73110  RT      XR WRIST                 284.00
    04/19/2025 81001          UA W/MICRO                69.00
    04/19/2025 83690          LIPASE LVL               142.38
"""
BELOW_REVENUE = """
    Cobalt Healthcare
    Remittance Voucher

    Treatment Date  Un  REV/CPT-4   MOD 1-4   Billed     Ded       Adj Code   Adjust Amt   Paid
    04/19/2025       1  0450        25          750.00      0.00   CO-45          367.50   344.25
                        99283                                      PR-2            38.25
    04/19/2025       3  0301                    260.00      0.00   CO-45          101.40   158.60
                        80053
    04/20/2025       1  0351                  2,449.00   1520.83   CO-253         759.19   152.08
                        70450                                      PR-1          1520.83
                                                                   PR-2            16.90
"""
TITLED = """
    Redwood Trust Health Plan
    Your explanation of benefits

                                                                  Financial Detail
                             Charge    Allowed    Write-off    Benefit payable   Ded     Your copay   You owe
    05/29 J1030 - Methyl-
    prednisolone injection
                             $24.80    $9.42      $15.38       $9.42             $0.00   $0.00        $0.00
    06/06 17003 - Freezing
    of skin spots
                             $70.00    $53.90     $16.10       $0.00             $0.00   $53.90       $53.90
"""
DASHES = """
    Explanation of benefits
    Service            Qty  Billed   Allowed Paid   You owe
    ALS level 2 (A0433) 1   2,145.64 -       -      2,145.64
    BLS base (A0428)    1   747.00   306.27  122.50 183.77
"""


def test_counts_close_before_words_are_a_column_though_nobody_knows_its_head() -> None:
    page = page_of(COUNTED)
    # Taller print, so that a blank is no wider than half its height.
    words = [make_word(w.text, w.box.x0, 2 * w.box.y0, w.box.x1, 2 * w.box.y0 + 20) for w in page.words]
    (parsed,) = read_pages(replace(page, words=tuple(words)))
    lines = parsed.document.lines
    assert [(line.code, float(line.units or 0), line.description) for line in lines] == [
        ("96375", 3, "Medicine pushed into a vein"),
        ("12001", 1, "Closing of a small cut"),
        ("93005", 2, "Heart tracing, 12 leads"),
        ("J1100", 5, "Dexamethasone, 1 mg"),
    ]


def test_a_column_that_few_services_fill_parts_the_heads_beside_it() -> None:
    lines = read_text(SELDOM).lines
    assert [line.description for line in lines][:2] == ["EMERG DEPT VST", "PROTHROMBIN TIME"]
    assert [line.modifiers for line in lines][3:6] == [(), ("RT",), ()]


def test_a_code_below_its_revenue_code_is_no_service_though_a_reason_stands_beside_it() -> None:
    lines = read_text(BELOW_REVENUE).lines
    assert [(line.revenue_code, line.code, float(line.units or 0)) for line in lines] == [
        ("0450", "99283", 1),
        ("0301", "80053", 3),
        ("0351", "70450", 1),
    ]
    assert [[str(each.amount) for each in line.adjustments] for line in lines] == [
        ["367.50", "38.25"],
        ["101.40"],
        ["759.19", "1520.83", "16.90"],
    ]


def test_the_name_of_a_table_above_its_head_is_none_of_the_heads_words() -> None:
    lines = read_text(TITLED).lines
    assert [(line.code, str(line.plan_paid), str(line.copay)) for line in lines] == [
        ("J1030", "9.42", "0.00"),
        ("17003", "0.00", "53.90"),
    ]


def test_a_dash_in_the_column_beside_makes_no_amount_negative() -> None:
    assert [str(line.charge) for line in read_text(DASHES).lines] == ["2145.64", "747.00"]


def test_a_day_at_the_foot_of_a_page_heads_the_services_of_the_next() -> None:
    head = "    Service provided      Quantity   Approved?   Charged   Paid     May be billed"
    first = f"""
    Medicare Summary Notice
{head}
    02/22/2024
    Wellness visit (G0439)    1          Yes       $223.75   $53.72   $38.02
    Removal of wax (69210)    1          Yes       $162.00   $12.44   $65.32
    02/29/2024
    THIS IS NOT A BILL                                       Page 1 of 2
    """
    second = f"""
{head}
    Flu vaccine (90686)       1          Yes        $67.00   $21.77   $21.78
    Urine test (81002)        1          Yes        $20.10   $10.45    $0.00
    THIS IS NOT A BILL                                       Page 2 of 2
    """
    (parsed,) = read_pages(page_of(first, index=0), page_of(second, index=1))
    assert [str(line.service_date) for line in parsed.document.lines] == [
        "2024-02-22",
        "2024-02-22",
        "2024-02-29",
        "2024-02-29",
    ]
