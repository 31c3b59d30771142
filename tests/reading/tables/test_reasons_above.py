"""Reasons on rows below a service are its own, though rows of words then stand above every service."""

from tests.reading.papers import read_text

VOUCHER = """
PAYMENT VOUCHER                                     Larchmont Trust Life & Health
SERV DATE  POS NOS PROC      BILLED     ALLOWED    DEDUCT     COINS    GRP/RC    AMT       PROV PD
NAME Tobias Lindgren  MEMBER ID LMD479549626  ACCOUNT        ICN
5/20       11  1   A0428     $764.00    $359.08    $215.45    $43.09   CO-45     $404.92   $100.54
                                                                       PR-1      $215.45
                                                                       PR-2      $43.09
5/20       11  1   A0427   $1,712.06  $1,198.44      $0.00   $115.84   CO-45     $513.62   $1,042.60
                                                                       PR-2      $115.84
5/20       11  1   A0382      $46.29     $32.87      $0.00     $0.00   CO-45     $13.42    $0.00
CLAIM TOTALS               $2,522.35  $1,590.39    $215.45   $158.93             $931.96   $1,143.14
"""


def test_reasons_below_a_service_are_not_those_of_the_next() -> None:
    lines = read_text(VOUCHER).lines
    assert [[f"{each.group}-{each.reason} {each.amount}" for each in line.adjustments] for line in lines] == [
        ["CO-45 404.92", "PR-1 215.45", "PR-2 43.09"],
        ["CO-45 513.62", "PR-2 115.84"],
        ["CO-45 13.42"],
    ]
    assert [line.description for line in lines] == [None, None, None]
