"""Services that a visit summary lists below a heading such as "What we did", without a table."""

import re
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plainbill.reading.blocks.codes_beside_lists import with_codes_beside
from plainbill.reading.blocks.lists_beside_columns import left_of_other_print
from plainbill.reading.blocks.print_beside_lists import without_print_beside
from plainbill.reading.columns.column import Column
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.heads.head import HeadColumn
from plainbill.reading.rows.atoms import Atom, cells_of
from plainbill.reading.rows.forming import Row
from plainbill.reading.tables.marginal_headings import headings_above
from plainbill.reading.tables.modifiers_of_codes import with_modifiers_beside
from plainbill.reading.terms.codes import is_glued_code, known_modifiers, parse_code, parse_times
from plainbill.reading.terms.vocabulary import header_words

_SUBJECT = (
    r"(?:procedures?|services?|tests?|treatments?|care|work|orders?|exams?|immunizations?|vaccines?|shots|injections?)"
)
_SUBJECTS = rf"{_SUBJECT}(?:\s*(?:and|&|/|,)\s*{_SUBJECT})*"
_DONE = r"(?:performed|provided|done|rendered|given|received|completed|administered)"
_WHEN = r"(?:today|(?:at|on|during)?\s*(?:this|your|the)\s*(?:visit|date|day))"
_HEADING = re.compile(
    rf"""(?:(?:today'?s|your)\s+)?(?:procedures?|services?|treatments?)(?:\s*(?:and|&|/|,)\s*{_SUBJECT})*
    |{_SUBJECTS}\s*{_DONE}(?:\s*{_WHEN})?|{_DONE}\s*{_WHEN}|what\s*(?:we\s*did|was\s*done)(?:\s*{_WHEN})?
    |{_SUBJECTS}\s*{_WHEN}""",
    re.IGNORECASE | re.VERBOSE,
)
_OTHER_SECTION = re.compile(
    r"^(?:your\s+)?(?:medi(?:cation|cine)s?|allerg|vital|instruction|follow|next\s|appointment|result|diagnos|problem|referral|plan\b)",
    re.IGNORECASE,
)
# A list stands right below its heading, and its rows below each other, within so many heights.
_NEXT_ROW, _EVENLY = 3.0, 1.15
# A row left of the list by more than this many heights is none of it; wrapped print may be set in by as much as this.
# Wrapped words follow closer than entries by this factor; print on a photo is never quite even.
_WRAPPED = 0.72
_OUTDENT = 0.3
_INDENT = 4.0
_SENTENCE_WORDS = 5
_LONGEST_TITLE = 2
# A list in the right half of a page begins below its heading, a wide blank right of other print.
_GUTTER, _EDGE = 2.0, 1.0
# Wrapped print stands closer than the next entry does, by this factor.
_CLEARLY_NEARER = 0.9
# A day with a code and words; heads of codes and words.
_FEWEST_BEHIND_A_DAY, _FEWEST_HEADS = 3, 2


def listed_services(rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]) -> Table | None:
    """Return the services listed below headings that say what was done, None where there is no such list."""
    if (beside := _beside_other_print(rows, atoms)) is not None:
        rows, atoms = beside
    laid = headings_above(rows, atoms, _is_heading)
    # A heading beside its list has moved above it.
    if len(laid[0]) == len(rows) and (left := left_of_other_print(rows, atoms, _is_heading)) is not None:
        laid = left
    rows, atoms = without_print_beside(*laid)
    found: list[TableRow] = []
    days = {row.y: _day_before(own) for row, own in zip(rows, atoms, strict=True)}
    atoms = [own[len(days[row.y]) :] for row, own in zip(rows, atoms, strict=True)]
    for i, own in enumerate(atoms):
        if _is_heading(own):
            headed = i + 1 < len(atoms) and _heads_columns(atoms[i + 1])
            for entry in _entries(rows, atoms, [*_below(rows, atoms, i + 1 if headed else i)]):
                service = _service([rows[j] for j in entry], [atoms[j] for j in entry])
                found.append(replace(service, cells=(days[rows[entry[0]].y], *service.cells)))
    columns = tuple(_column(name) for name in ("date", "code", "description", "units"))
    return Table(columns=columns, rows=tuple(found), head=()) if found else None


def _beside_other_print(
    rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]
) -> tuple[list[Row], list[tuple[Atom, ...]]] | None:
    """The print from such a heading on in the right half of a page, without what stands left of it; None for others."""
    for i, (row, own) in enumerate(zip(rows, atoms, strict=True)):
        cells = cells_of(own, _GUTTER * row.height) if own else []
        if len(cells) < 2 or not _is_heading(cells[-1].atoms) or _is_heading(own) or _heads_columns(own):
            continue
        if any(_code_at(cell.atoms) is not None for cell in cells[:-1]):
            # "Injection given" behind a code is what was done.
            continue
        edge = cells[-1].x0 - _EDGE * row.height
        right = [(below, tuple(a for a in at if a.x0 > edge)) for below, at in zip(rows[i:], atoms[i:], strict=True)]
        # Of a row that print of both halves was put on, this half may stand higher or lower: its boxes tell.
        kept = [(replace(below, y=_middle(at)), at) for below, at in right if at]
        return with_codes_beside([below for below, _ in kept], [at for _, at in kept], 0)
    return None


def _middle(own: Sequence[Atom]) -> float:
    return statistics.median((atom.tokens[0].box.y0 + atom.tokens[0].box.y1) / 2 for atom in own)


def _day_before(own: tuple[Atom, ...]) -> tuple[Atom, ...]:
    """The day that begins the row of a service, before its code and words."""
    if len(own) < _FEWEST_BEHIND_A_DAY or own[0].date is None or _code_at(own[1:]) is None:
        return ()
    return own[:1]


def _heads_columns(own: Sequence[Atom]) -> bool:
    """True where each word of a row heads a column, one of them the codes: "Date  Code  Service"."""
    meanings = [header_words().find((atom.text,)) for atom in own]
    if len(own) < _FEWEST_HEADS or not all(meaning is not None and meaning.exact for meaning in meanings):
        return False
    return any("code" in meaning.fields for meaning in meanings if meaning is not None)


def _is_heading(own: Sequence[Atom]) -> bool:
    """True where the words say what was done; words of a head for the codes may stand behind them or before."""
    texts = [atom.text for atom in own]
    for count in range(len(texts), 0, -1):
        if _says_what_was_done(texts[:count]) and _heads_codes(texts[count:]):
            return True
        if _says_what_was_done(texts[-count:]) and _heads_codes(texts[:-count]):
            return True
    return False


def _says_what_was_done(texts: Sequence[str]) -> bool:
    return _HEADING.fullmatch(" ".join(texts).rstrip(": ")) is not None


def _heads_codes(texts: Sequence[str]) -> bool:
    """True for no words, and for words that stand over codes."""
    words = [word for text in texts for word in text.split()]
    meaning = header_words().find(words) if words else None
    return not words or meaning is not None and "code" in meaning.fields


def _below(rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]], heading: int) -> Iterator[int]:
    """The rows of the list, from the one below the heading to the last before anything else."""
    left: float | None = None
    edge = float("inf")
    words: float | None = None
    for i in range(heading + 1, len(rows)):
        own, height = atoms[i], rows[i].height
        # The entries of an airy list stand as far apart as the first does from its heading.
        step = max(_NEXT_ROW * height, _EVENLY * (rows[heading + 1].y - rows[heading].y) if i > heading + 1 else 0.0)
        if rows[i].y - rows[i - 1].y > step or not own or _is_something_else(own):
            return
        if i > heading + 1 and _opens_a_section(rows, atoms, i):
            return
        left = own[0].x0 if left is None else left
        # Words behind the codes are wrapped below the first of them, however far from the codes.
        wrapped = words is not None and abs(own[0].x0 - words) < _OUTDENT * height
        # Boxes before the words leave these ragged; codes behind them tell the list.
        wrapped = wrapped or i > heading + 1 and _ends_alike(atoms[i - 1], own, height)
        # Rows of a list on a photo begin a little more to the left or to the right, in no order.
        if not wrapped and not min(left, edge) - _OUTDENT * height <= own[0].x0 <= left + _INDENT * height:
            return
        edge = min(edge, own[0].x0)
        if abs(own[0].x0 - left) < _OUTDENT * height:
            # The list may lean, as on a photo.
            left = own[0].x0
            words = own[1].x0 if len(own) > 1 and _code_at(own) == 0 else None
        yield i


def _ends_alike(above: Sequence[Atom], own: Sequence[Atom], height: float) -> bool:
    """True where two rows end in codes that stand below each other, with words before them."""
    coded = all(len(row) > 1 and _code_at(row) == len(row) - 1 for row in (above, own))
    return coded and abs(above[-1].x0 - own[-1].x0) < height and abs(above[0].x0 - own[0].x0) < height


def _opens_a_section(rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]], i: int) -> bool:
    """True for a word or two, farther from the row above than from the one below; no code ends what they begin."""
    above, before = rows[i].y - rows[i - 1].y, rows[i - 1].y - rows[i - 2].y
    below = rows[i + 1].y - rows[i].y if i + 1 < len(rows) else float("inf")
    short = len(atoms[i]) <= _LONGEST_TITLE and _code_at(atoms[i]) is None
    apart = above * _CLEARLY_NEARER > before and below < _CLEARLY_NEARER * above
    return short and apart and not _begins_an_entry(rows, atoms, i, _CLEARLY_NEARER * above)


def _begins_an_entry(rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]], i: int, step: float) -> bool:
    """True where rows follow closer than the step, in small letters or the first of them with a code ending with it."""
    last = i
    if i + 1 < len(rows) and atoms[i + 1] and atoms[i + 1][0].text[:1].islower():
        # Words that go on in small letters are wrapped.
        return rows[i + 1].y - rows[i].y < step
    while last + 1 < len(rows) and rows[last + 1].y - rows[last].y < step:
        last += 1
        if not atoms[last] or _is_something_else(atoms[last]):
            return False
        if (code := _code_at(atoms[last])) is not None:
            return code == len(atoms[last]) - 1
    return False


def _is_something_else(own: Sequence[Atom]) -> bool:
    text = " ".join(atom.text for atom in own)
    sentence = text.endswith((".", "!", "?")) and len(text.split()) >= _SENTENCE_WORDS
    valued = any(atom.kind in {"money", "date"} for atom in own)
    # "medicine" below "Shot of" goes on with it.
    titled = _OTHER_SECTION.match(text) is not None and not text[0].islower()
    return sentence or valued or ":" in text or _is_heading(own) or titled


def _entries(rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]], listed: Sequence[int]) -> list[list[int]]:
    """The rows of each entry: told by the space between them where it differs, else by where the codes stand."""
    gaps = [rows[j].y - rows[i].y for i, j in zip(listed, listed[1:], strict=False)]
    narrow = min(gaps, default=0.0)
    spaced = narrow < _WRAPPED * max(gaps, default=0.0)
    first = bool(listed) and _code_at(atoms[listed[0]]) == 0
    entries: list[list[int]] = []
    for place, i in enumerate(listed):
        above = entries[-1] if entries else None
        if above is None:
            carries_on = False
        elif spaced:
            carries_on = gaps[place - 1] < 0.5 * (narrow + max(gaps))
        elif first:
            carries_on = _code_at(atoms[i]) is None
        else:
            told = any(_code_at(atoms[j]) is not None for j in above)
            carries_on = (
                not told
                and _alone(atoms[i])
                or atoms[i][0].text[:1].islower()
                or atoms[above[-1]][-1].text.endswith(",")
            )
        if carries_on and above is not None:
            above.append(i)
        else:
            entries.append([i])
    return entries


def _code_at(own: Sequence[Atom]) -> int | None:
    """The place of the row's procedure code: its first or its last atom, modifiers behind it or not, else None."""
    end = len(own) - 1
    while end > 0 and own[end].text in known_modifiers():
        end -= 1
    for place in (0, len(own) - 1, end):
        atom = own[place]
        if atom.kind == "text" and parse_code(atom.text) is not None and not is_glued_code(atom.text):
            return place
    return None


def _alone(own: Sequence[Atom]) -> bool:
    return len(own) == 1 and _code_at(own) is not None


def _service(rows: Sequence[Row], atoms: Sequence[Sequence[Atom]]) -> TableRow:
    """One entry as the row of a table: its code, and its words in reading order."""
    code: tuple[Atom, ...] = ()
    words: list[Atom] = []
    for own in atoms:
        place = _code_at(own) if not code else None
        if place is not None:
            code = with_modifiers_beside(own, place)
            own = [atom for atom in own if atom not in code[1:]]
        words += [
            atom for i, atom in enumerate(own) if i != place and not (i == 1 and place == 0 and atom.kind == "dash")
        ]
    while len(words) > 1 and not any(map(str.isalnum, words[0].text)):
        # The tick before it.
        words = words[1:]
    counted = next((n for n in (1, 2) if parse_times(" ".join(a.text for a in words[-n:])) is not None), len(words))
    words, units = (words[:-counted], words[-counted:]) if counted < len(words) else (words, [])
    return TableRow(role="service", cells=(code, tuple(words), tuple(units)), y=rows[0].y, height=rows[0].height)


def _column(field: str) -> Column:
    """A column by name alone: what stands in it was told by its words, not by its place."""
    head = HeadColumn(fields=(field,), x0=0.0, x1=0.0, tokens=())
    return Column(field=field, head=head, left=0.0, right=0.0)
