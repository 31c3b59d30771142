"""Lists of labels and values in which a label stands close to its value."""

from plainbill.reading.layout import lay_out
from plainbill.reading.page import PageWords, Word
from plainbill.testing.doubles import make_word

HEIGHT = 20


def words(y: float, text: str, *, start: float | None = None, end: float | None = None) -> list[Word]:
    """The words of one cell, from its left edge or up to its right one."""
    parts = text.split()
    widths = [0.5 * HEIGHT * len(part) for part in parts]
    x = start if start is not None else (end or 0) - sum(widths) - 0.3 * HEIGHT * (len(parts) - 1)
    placed = []
    for part, width in zip(parts, widths, strict=True):
        placed.append(make_word(part, x, y, x + width, y + HEIGHT))
        x += width + 0.3 * HEIGHT
    return placed


def fields_of(gap: float) -> dict[str, object]:
    """What the labels of a bill say whose values begin so far behind labels that all end alike."""
    rows = [("Account Number", "453-925986"), ("Primary Insurance", "Lakeshore Preferred"), ("Birthdate", "9/22/1952")]
    listed = [
        word
        for i, (label, value) in enumerate(rows)
        for word in (
            *words(200 + 45 * i, label, end=600 + (0.3 * HEIGHT if i == 1 else 0)),
            *words(200 + 45 * i, value, start=600 + gap * HEIGHT),
        )
    ]
    page = PageWords(index=0, file="bill.png", number=1, width=1400, height=1800, words=tuple(listed))
    return {label.field: label.value.value for label in lay_out(page).labels}


def test_a_value_close_behind_its_label_begins_where_those_of_other_rows_do() -> None:
    assert fields_of(1.0)["payer.name"] == "Lakeshore Preferred"
