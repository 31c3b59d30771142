"""Heads over two rows, of whose words some are no words of heads."""

from tests.reading.papers import read_text

PAPER = """
    Seaside Mutual                                         Benefit Statement
    Patient: Odile Okonkwo                                 Paid on: April 29, 2026

                               Doctor's usual     Member       Plan             Lens options &      Your
    Service/material                   charge      price    benefit      Copay         overage     total
    Exam, established (92014)          $168.00     $72.00    $57.00     $15.00               -    $15.00
    Frame (V2020)                      $240.00    $224.00   $180.00          -          $44.00    $44.00
    Total                              $408.00    $296.00   $237.00     $15.00          $44.00    $59.00
"""


def test_words_above_columns_of_their_own_belong_to_the_head_though_a_sign_stands_among_them() -> None:
    document = read_text(PAPER)
    assert document.coverage is None or document.coverage.plan_name is None
    assert [str(line.allowed) for line in document.lines] == ["72.00", "224.00"]


def test_a_stroke_read_as_a_letter_parts_no_head_of_two_rows() -> None:
    document = read_text("""
        Alder HMO                                                       Payment Voucher
        Provider: Ferncross Hospital       Date Finalized: 02/27/2026

                     Qtyl                               Total       Copay      Benefit
        Svc Date     Units   REV/CPT-4     MOD 1-4      Billed      Amount     Payable
        02/14/2026   2       0710                      $2410.00                $708.54
        02/15/2026   1       0450/99285    25 KX       $2334.00               $1101.65
        02/15/2026   1       0250                        $62.00     $29.76
        TOTALS                                         $4806.00     $29.76    $1810.19
    """)

    assert [str(line.copay) for line in document.lines] == ["None", "None", "29.76"]
