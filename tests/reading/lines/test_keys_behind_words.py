"""Keys of notes right behind what was done."""

from dataclasses import replace

from plainbill.reading.layout import lay_out
from plainbill.reading.lines.keys_behind_words import with_keys_apart
from plainbill.reading.page import Box
from plainbill.reading.rows.found import Found
from plainbill.reading.rows.tokens import Token
from tests.reading.papers import page_of, read_text

NOTICE = """
Harrow Bay Mutual                                     Explanation of Benefits
Member ID: YKH 3055 8821                              Processed 02/25/2025
Provider: Quarrytown Spine & Sport

Date        Type of service          Charges    Discount    Allowed    Plan paid    You owe
02/03/25    Office visit K12          264.00      118.40     145.60       105.60      40.00
02/03/25    X-ray of the spine K12    198.00      114.75      83.25         0.00      83.25
02/03/25    Vitamin B12                35.00        5.00      30.00        30.00       0.00
Claim total                           497.00      238.15     258.85       135.60     123.25

{title}
K12   The provider accepts our negotiated rate. You do not owe the difference.
B97   This item is part of another service on this claim.
"""


def test_a_key_that_the_legend_explains_is_a_note_and_no_word() -> None:
    lines = read_text(NOTICE.format(title="Notes")).lines
    assert [line.description for line in lines] == ["Office visit", "X-ray of the spine", "Vitamin B12"]
    assert [[remark.code for remark in line.remarks] for line in lines] == [["K12"], ["K12"], []]


def test_without_a_legend_the_words_stay_as_printed() -> None:
    lines = read_text(NOTICE.format(title="").split("K12   The")[0]).lines
    assert [line.description for line in lines] == ["Office visit K12", "X-ray of the spine K12", "Vitamin B12"]


def test_a_key_that_was_read_as_a_note_is_no_second_one() -> None:
    box = Box(x0=90, y0=0, x1=110, y1=10)
    token = Token(text="W4", box=box, source_box=box, confidence=0.9, page=0, y=5.0)
    page = page_of("""
Notes
W4   This item is included in the payment for the main test.
""")
    word = replace(token, text="Contrast")
    draft = {
        "description": Found(value="Contrast W4", tokens=(word, token)),
        "remarks[0].code": Found(value="W4", tokens=(token,)),
    }
    (read,) = with_keys_apart([draft], [lay_out(page)])
    assert {path: value.value for path, value in read.items()} == {"description": "Contrast", "remarks[0].code": "W4"}
