"""Codes of reasons that a reader put before the amount beside them."""

import pytest

from tests.reading.papers import read_text

VOUCHER = """
    Quillwood Benefit Administrators                                 Remittance Voucher
    Provider: Alder Fork Dental Group, PA      Claim Processed: 13-NOV-2025

    SERV DATE  POS  NOS   PROC    BILLED    ALLOWED   DEDUCT   COINS    PROV PD
    NAME Ada Lombard   MEMBER ID 6557492118   CLAIM NO E66298118
    10/01/25   11   1.00  D0330   174.33    135.98    54.39    24.48     57.11
    CO 45 38.35    {}    PR 2 24.48
    10/01/25   11   1.00  D2391   252.46    113.61                      113.61
    CO 45 138.85
    TOTALS                        426.79    249.59    54.39    24.48    170.72
"""


@pytest.mark.parametrize(
    ("printed", "reasons"),
    [
        ("PR 154.39", ["CO-45 38.35", "PR-1 54.39", "PR-2 24.48"]),
        ("PR 1 54.39", ["CO-45 38.35", "PR-1 54.39", "PR-2 24.48"]),
    ],
)
def test_what_a_column_above_prints_is_the_amount_behind_the_code(printed: str, reasons: list[str]) -> None:
    first = read_text(VOUCHER.format(printed)).lines[0]

    assert [f"{each.group}-{each.reason} {each.amount}" for each in first.adjustments] == reasons
    assert first.description is None


def test_an_amount_that_nothing_above_tells_apart_is_none_of_a_reason() -> None:
    first = read_text(VOUCHER.format("PR 161.07")).lines[0]

    assert "61.07" not in {str(each.amount) for each in first.adjustments}
