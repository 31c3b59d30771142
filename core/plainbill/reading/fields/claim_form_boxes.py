"""The boxes of a professional claim form as printed on the official one: small labels with larger print below them.

Curled paper and red rules tear the rows of the form apart, so values are found by their place below a label alone.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.found import Found
from plainbill.reading.rows.tokens import Token
from plainbill.reading.terms.dates import parse_date
from plainbill.reading.terms.money import parse_money

_FORM = re.compile(r"\bNUCC\b|\bFORM\s?1500\b|\b1500\s?\(?02[-/]12\b", re.IGNORECASE)
_BOXES = (re.compile(r"\b28\.\s?total charge\b", re.IGNORECASE), re.compile(r"\b33\.\s?billing prov", re.IGNORECASE))
_MEMBER = re.compile(r"^(?=(?:\D*\d){3})[A-Z0-9-]{6,}$")
_DAY = re.compile(r"^\d{1,2}$")
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_DOLLARS, _CENTS = re.compile(r"^\$?\d{1,6}$"), re.compile(r"^\d\d$")
_NPI = re.compile(r"^(?:a\.?)?(\d{10})$", re.IGNORECASE)
_AREA, _LINE = re.compile(r"^\(?\d{3}\)?$"), re.compile(r"^\d{3}[- ]?\d{4}$")
_EXCHANGE, _LAST_FOUR = re.compile(r"^\d{3}$"), re.compile(r"^\d{4}$")
_GROUP = re.compile(r"^(?=.*\d)[A-Z0-9][A-Z0-9/-]{2,}$", re.IGNORECASE)
# "M X   F": the cross in the box behind its letter.
_CROSSED = re.compile(r"^(?:(?P<male>M)\s?X\s?F|M\s?(?P<female>F)\s?X)$")
_CITY = re.compile(r"\b[A-Z]{2}\s\d{5}(?:-?\d{4})?$")
_NAMES = (
    ("patient.name", ("patient's", "name")),
    ("coverage.subscriber_name", ("insured's", "name")),
)
_OF_A_PLAN = re.compile(r"^(?!\d{1,2}[a-d]?\.|[a-d]\.)[A-Z0-9][A-Z0-9,.&'/+-]*$")
_NO_PLAN = frozenset({"NONE", "SAME", "N/A", "NA"})
_AUTHORIZED = re.compile(r"^(?=(?:\D*\d){3})[A-Z0-9-]{5,}$")
_BOX_NUMBER = re.compile(r"^\d{1,2}[a-d]?\.$")
_OF_A_NAME = re.compile(r"^[A-Z][A-Z,.'-]*$")
# Places in heights of a label's print: how far below it its value stands, and how far to the left and right.
_BELOW, _LOW_BELOW = 4.5, 9.5
# A long label wraps: "(Last Name, First Name, Middle" and "Initial)" below it.
_BELOW_TWO_ROWS = 5.8
_SEX_BELOW = 2.8
_SAME_ROW, _LARGE, _LOW = 0.7, 1.2, 2.0


def box_fields(layout: PageLayout) -> Iterator[tuple[str, Found]]:
    """Return the birth date, member number, and phone, number and address of who bills, each with its field."""
    tokens = _tokens(layout)
    if not is_form(layout):
        return
    for label in _labels(tokens, ("birth", "date")):
        if (born := _date_below(label, tokens)) is not None:
            yield "patient.date_of_birth", born
    for label in _labels(tokens, ("insured's", "i.d.")):
        numbers = [token for token in _below(label, tokens, -8, 8) if _MEMBER.match(token.text)]
        if numbers:
            yield "coverage.member_id", Found(value=numbers[0].text, tokens=(numbers[0],))
    for field, words in _NAMES:
        for label in _labels(tokens, words):
            if any(other.text.lower() == "other" and label in _beside(other, tokens)[:1] for other in tokens):
                # "9. OTHER INSURED'S NAME".
                continue
            below = _below(label, tokens, -4, 20, _BELOW_TWO_ROWS)
            end = _next_box(label, tokens)
            row = _first_row(label, [token for token in below if token.box.x1 < end and not token.text.endswith(")")])
            if row and all(_OF_A_NAME.match(token.text) for token in row):
                text = re.sub(r",(?=\S)", ", ", " ".join(token.text for token in row)).rstrip(",")
                yield field, Found(value=text, tokens=tuple(row))
    for label in _labels(tokens, ("policy", "group")):
        row = _first_row(label, _below(label, tokens, -8, 12))
        if len(row) == 1 and _GROUP.match(row[0].text):
            yield "coverage.group_number", Found(value=row[0].text, tokens=(row[0],))
    for label in _labels(tokens, ("insurance", "plan")):
        row = _first_row(label, _below(label, tokens, -4, 20))
        text = " ".join(token.text for token in row)
        if row and all(_OF_A_PLAN.match(token.text) for token in row) and text not in _NO_PLAN:
            yield "coverage.plan_name", Found(value=text, tokens=tuple(row))
    for label in _labels(tokens, ("prior", "authorization")):
        numbers = [token for token in _below(label, tokens, -3, 12) if _AUTHORIZED.match(token.text)]
        if numbers:
            yield "authorization_number", Found(value=numbers[0].text, tokens=(numbers[0],))
    for label in _labels(tokens, ("sex",)):
        # The letters may be as small as labels.
        row = sorted(_below(label, tokens, -3, 6, _SEX_BELOW), key=lambda token: token.box.x0)
        if (crossed := _CROSSED.match(" ".join(token.text for token in row))) is not None:
            yield "patient.sex", Found(value=crossed["male"] or crossed["female"], tokens=tuple(row))
    for label in _labels(tokens, ("33.",)):
        yield from _who_bills(label, tokens)


def charge_box(layouts: Sequence[PageLayout], read: Found | None) -> Found | None:
    """Return the sum of all charges in box 28, whose cents stand behind a rule and no point.

    `read` is what a label took for it, which may be the dollars alone; None where that is all of it.
    """
    if read is not None:
        return next((found for layout in layouts if is_form(layout) for found in _with_cents(read, layout)), None)
    for layout in layouts:
        tokens = _tokens(layout) if is_form(layout) else ()
        for label in _labels(tokens, ("total", "charge")):
            row = _first_row(label, _below(label, tokens, -3, 9))
            for dollars, cents in pairwise(row):
                near = cents.box.x0 - dollars.box.x1 < 3 * label.box.height
                if near and _DOLLARS.match(dollars.text) and _CENTS.match(cents.text):
                    value = parse_money(f"{dollars.text}.{cents.text}")
                    return Found(value=value, tokens=(dollars, cents))
    return None


def _with_cents(read: Found, layout: PageLayout) -> Iterator[Found]:
    """The amount with the cents right behind it in its row, where it was read without any."""
    for row in layout.rows:
        for dollars, cents in pairwise(row.tokens):
            near = cents.box.x0 - dollars.box.x1 < 3 * dollars.box.height
            whole = dollars in read.tokens and _DOLLARS.match(dollars.text) is not None
            if whole and near and _CENTS.match(cents.text):
                yield Found(value=parse_money(f"{dollars.text}.{cents.text}"), tokens=(*read.tokens, cents))


def is_form(layout: PageLayout) -> bool:
    """Return whether the page is the form of professionals: by who approved it, or by the numbers of its boxes."""
    texts = [cell.text for row in layout.cells for cell in row]
    return any(map(_FORM.search, texts)) or all(any(map(box.search, texts)) for box in _BOXES)


def _tokens(layout: PageLayout) -> tuple[Token, ...]:
    return tuple(token for row in layout.rows for token in row.tokens)


def _labels(tokens: Sequence[Token], words: tuple[str, ...]) -> Iterator[Token]:
    """The first token of each place where the words stand side by side."""
    for token in tokens:
        run = [token]
        for _ in words[1:]:
            run += _beside(run[-1], tokens)[:1]
        if [each.text.lower() for each in run] == list(words):
            yield token


def _beside(token: Token, tokens: Sequence[Token]) -> list[Token]:
    height = token.box.height
    right = [
        other
        for other in tokens
        if other is not token
        and -0.3 * height < other.box.x0 - token.box.x1 < 2 * height
        and abs(other.box.middle[1] - token.box.middle[1]) < _SAME_ROW * height
    ]
    return sorted(right, key=lambda other: other.box.x0)


def _below(label: Token, tokens: Sequence[Token], left: float, right: float, low: float = _BELOW) -> list[Token]:
    """The tokens below a label from so many heights left of where it begins to so many right of it, from the top."""
    height, x, y = label.box.height, label.box.x0, label.box.middle[1]
    found = (
        token
        for token in tokens
        if 0.6 * height < token.box.middle[1] - y < low * height
        and x + left * height < token.box.x0 < x + right * height
    )
    return sorted(found, key=lambda token: (token.box.middle[1], token.box.x0))


def _first_row(label: Token, tokens: Sequence[Token]) -> list[Token]:
    """The uppermost row of print larger than the label's, from left to right.

    Where no print is, that is the one at some distance from the label: forms are filled in low in their boxes.
    """
    height, y = label.box.height, label.box.middle[1]
    tokens = [token for token in tokens if any(map(str.isalnum, token.text))]
    large = [token for token in tokens if token.box.height > _LARGE * height]
    large = large or [token for token in tokens if token.box.middle[1] - y > _LOW * height]
    row = [
        token for token in large if abs(token.box.middle[1] - large[0].box.middle[1]) < _SAME_ROW * large[0].box.height
    ]
    return sorted(row, key=lambda token: token.box.x0)


def _next_box(label: Token, tokens: Sequence[Token]) -> float:
    """Where the next box begins on the row of the label: with its number."""
    middle, height = label.box.middle[1], label.box.height
    starts = (
        token.box.x0
        for token in tokens
        if _BOX_NUMBER.match(token.text)
        and token.box.x0 > label.box.x1
        and abs(token.box.middle[1] - middle) < _SAME_ROW * height
    )
    return min(starts, default=float("inf"))


def _date_below(label: Token, tokens: Sequence[Token]) -> Found | None:
    row = sorted(_below(label, tokens, -6, 8), key=lambda token: token.box.x0)
    digits = [token for token in row if token.text.isdigit()]
    for month, day, year in zip(digits, digits[1:], digits[2:], strict=False):
        if _DAY.match(month.text) and _DAY.match(day.text) and _YEAR.match(year.text):
            date = parse_date(f"{month.text}/{day.text}/{year.text}")
            return Found(value=date, tokens=(month, day, year)) if date is not None else None
    return None


def _who_bills(label: Token, tokens: Sequence[Token]) -> Iterator[tuple[str, Found]]:
    low = _below(label, tokens, -2, 36, _LOW_BELOW)
    for token in low:
        if (number := _NPI.match(token.text)) is not None:
            yield "provider.npi", Found(value=number[1], tokens=(token,))
            break
    near = [token for token in tokens if abs(token.box.middle[1] - label.box.middle[1]) < 2 * label.box.height]
    for area in (token for token in near if token.box.x0 > label.box.x0 and _AREA.match(token.text)):
        line = next(iter(_beside_far(area, near)), None)
        if line is not None:
            phone = " ".join(token.text for token in (area, *line))
            yield "provider.phone", Found(value=phone, tokens=(area, *line))
    rows = _rows(low)
    city = next((i for i, row in enumerate(rows) if _CITY.search(" ".join(token.text for token in row))), None)
    if city:
        lines = rows[max(1, city - 1) : city + 1]
        text = ", ".join(" ".join(token.text for token in row) for row in lines)
        yield "provider.address", Found(value=text, tokens=tuple(token for row in lines for token in row))


def _beside_far(area: Token, tokens: Sequence[Token]) -> list[tuple[Token, ...]]:
    """The rest of a phone number, in one or two words, which the form prints apart from its area."""
    height = area.box.height
    behind = sorted(
        (
            token
            for token in tokens
            if 0 < token.box.x0 - area.box.x1 < 8 * height
            and abs(token.box.middle[1] - area.box.middle[1]) < _SAME_ROW * height
        ),
        key=lambda token: token.box.x0,
    )
    whole: list[tuple[Token, ...]] = [(token,) for token in behind if _LINE.match(token.text)]
    parted = [pair for pair in pairwise(behind) if _EXCHANGE.match(pair[0].text) and _LAST_FOUR.match(pair[1].text)]
    return whole + [pair for pair in parted if pair[0] is behind[0]]


def _rows(tokens: Sequence[Token]) -> list[list[Token]]:
    """Rows of the print in a box, without phones and numbers alone."""
    rows: list[list[Token]] = []
    for token in tokens:
        if rows and token.box.middle[1] - rows[-1][0].box.middle[1] < _SAME_ROW * token.box.height:
            rows[-1].append(token)
        else:
            rows.append([token])
    ordered = [sorted(row, key=lambda token: token.box.x0) for row in rows]
    return [row for row in ordered if any(mark.isalpha() for token in row for mark in token.text)]
