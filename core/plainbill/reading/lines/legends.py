"""Legends: the wording of note codes, printed below the lines that carry them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import get_args

from plainbill.case.paper import AdjustmentGroup
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.atoms import Atom, Cell
from plainbill.reading.rows.found import Found, from_atoms
from plainbill.reading.rows.legend_titles import heads_a_legend
from plainbill.reading.terms.vocabulary import header_words

_FEWEST_WORDS, _FEWEST_BELOW_A_TITLE = 3, 2
# A note takes up so many rows at most.
_LONGEST_NOTE = 3
# Print that stands no farther apart starts at the same place, in heights of print.
_INDENT = 1.2
# What carries a sentence on stands within so many heights below it.
_NEXT_ROW, _FAR_IN = 2.2, 4.0
_LONGEST_NUMBER = 1
_LONGEST_TITLE = 4
_BETWEEN = frozenset({"-", ":", "=", "\u2013"})
_CALLED = frozenset({"code", "codes"})
_BULLETS = frozenset({"\u00b7", "\u2022", "*", "-", "."})
_YEAR = re.compile(r"^20\d\d$")
_GROUPS = frozenset(get_args(AdjustmentGroup))
# "45 days after you get this notice" begins rows of sentences.
_COUNTED = re.compile(
    r"^(?:(?:calendar|business|working)$|(?:minute|hour|day|week|month|year|visit|unit|percent)s?\b|of$)|^%"
)
# "For more about note A:" goes on with whom to ask.
_ABOUT_A_NOTE = re.compile(r"\b(?:about|call|contact|questions?|see|disagree|appeal)\b", re.IGNORECASE)
# A note's letter may be a small one, and a reader may take a large one of a reason ("CO-45") for that.
_CODE = re.compile(r"^\(?(?P<code>[A-Z0-9](?:[A-Z0-9-]{0,4}[A-Z0-9])?|[a-z]|[a-zA-Z]{1,2}-?\d{1,3})\)?[:.=)-]?$")


def codes_on_lines(found: Mapping[str, Found]) -> frozenset[str]:
    """Return the codes that lines carry, in capitals: of notes, and of reasons with their group and by themselves."""
    on_lines = {path: str(value.value).upper() for path, value in found.items() if path.startswith("lines[")}
    codes = {code for path, code in on_lines.items() if ".remarks[" in path}
    for path, reason in on_lines.items():
        if path.endswith(".reason"):
            group = on_lines.get(path.removesuffix("reason") + "group", "")
            codes |= {reason, f"{group}{reason}", f"{group}-{reason}"}
    return frozenset(codes)


def legend_of(layouts: Sequence[PageLayout], codes: frozenset[str]) -> tuple[tuple[Found, Found], ...]:
    """Return code and wording of each note that the legend explains, once each, in printed order."""
    found: list[tuple[Found, Found]] = []
    seen: set[str] = set()
    for layout in layouts:
        for code, wording in _entries(layout, codes):
            if str(code.value) not in seen:
                seen.add(str(code.value))
                found.append((code, wording))
    return tuple(found)


def _entries(layout: PageLayout, codes: frozenset[str]) -> Iterator[tuple[Found, Found]]:
    titled = _titled(layout)
    for i, row in enumerate(layout.free):
        yield from _told_below(row, layout.free[i + 1 :], codes)
        for j, cell in enumerate(row):
            own = _without_label(_without_bullet(cell.atoms), codes)
            match = _CODE.match(own[0].text)
            if match is None or not (match["code"].upper() in codes or (i in titled and j == 0)):
                continue
            if match["code"].isdigit() and (_numbers_a_house(layout, cell) or _numbers_notes(match["code"], codes)):
                continue
            if _YEAR.match(match["code"]) and match["code"] not in codes:
                # "2026 calendar year deductible" below the notes.
                continue
            if match["code"].islower() and not (j == 0 and own[1:] and own[1].text[:1].isupper()):
                # "a" begins the rows of sentences too.
                continue
            rest = list(own[1:])
            if all(atom.text in _BETWEEN for atom in rest) and j + 1 < len(row):
                # The wording stands in a column of its own, behind the code or behind the dash between.
                rest = list(row[j + 1].atoms)
            if match["code"].isdigit() and rest and _COUNTED.match(rest[0].text):
                continue
            while rest and rest[0].text in _BETWEEN:
                rest.pop(0)
            fewest = _FEWEST_BELOW_A_TITLE if i in titled else _FEWEST_WORDS
            if sum(any(map(str.isalpha, atom.text)) for atom in rest) < fewest:
                continue
            left = rest[0].x0
            for below in layout.free[i + 1 :]:
                more = _carried_on(below, rest, left, cell, codes)
                if more is None:
                    break
                rest += list(more.atoms)
            for mark, words in _parted(own[0], rest, codes):
                code = _CODE.match(mark.text)
                text = " ".join(atom.text for atom in words)
                printed = _as_on_lines(code["code"] if code else mark.text, codes)
                yield from_atoms(printed if len(printed) == 1 else printed.upper(), [mark]), from_atoms(text, words)


def _as_on_lines(printed: str, codes: frozenset[str]) -> str:
    """The code, as a line has it where a reader took its naught for a letter here: "No4" beside "N04"."""
    alike = [code for code in codes if code.replace("O", "0") == printed.upper().replace("O", "0")]
    return alike[0] if len(alike) == 1 and printed.upper() not in codes else printed


def _told_below(
    row: Sequence[Cell], below: Sequence[Sequence[Cell]], codes: frozenset[str]
) -> Iterator[tuple[Found, Found]]:
    """The wording below a sentence that ends in the code of a line and a colon: "The reason is code N-12:"."""
    if len(row) != 1 or len(row[0].atoms) < _FEWEST_WORDS or not row[0].text.endswith(":"):
        return
    mark = row[0].atoms[-1]
    code = _CODE.match(mark.text)
    if code is None or code["code"].upper() not in codes or _ABOUT_A_NOTE.search(row[0].text):
        return
    words: list[Atom] = []
    for cells in below[:_LONGEST_NOTE]:
        last = words[-1] if words else mark
        if (
            len(cells) != 1
            or cells[0].y - last.y > _NEXT_ROW * row[0].height
            or abs(cells[0].x0 - row[0].x0) > _FAR_IN * row[0].height
        ):
            break
        words += cells[0].atoms
        if cells[0].text.endswith("."):
            yield from_atoms(code["code"].upper(), [mark]), from_atoms(" ".join(atom.text for atom in words), words)
            return


def _without_bullet(atoms: Sequence[Atom]) -> Sequence[Atom]:
    """The atoms without the bullet or speck before the first of them."""
    return atoms[1:] if len(atoms) > 1 and atoms[0].text in _BULLETS else atoms


def _without_label(atoms: Sequence[Atom], codes: frozenset[str]) -> Sequence[Atom]:
    """The atoms without what a key of a line's note is called before it, "Reason 31B:", or a title before all notes."""
    ends = next((i for i, atom in enumerate(atoms[:_LONGEST_TITLE], start=1) if atom.text.endswith(":")), 0)
    if 0 < ends < len(atoms) and heads_a_legend(" ".join(atom.text for atom in atoms[:ends]).strip(" :")):
        key = _CODE.match(atoms[ends].text)
        return atoms[ends:] if key is not None and key["code"].upper() in codes else atoms
    if len(atoms) < 2 or (key := _CODE.match(atoms[1].text)) is None or key["code"].upper() not in codes:
        return atoms
    if atoms[0].text.lower() in _CALLED:
        return atoms[1:]
    called = header_words().find((atoms[0].text,))
    return atoms[1:] if called is not None and called.listed and called.fields == ("remark",) else atoms


def _parted(mark: Atom, atoms: Sequence[Atom], codes: frozenset[str]) -> Iterator[tuple[Atom, Sequence[Atom]]]:
    """Notes that follow each other in one run of words, each with its code: one of a line begins behind a full stop."""
    begun = 0
    for i in range(1, len(atoms) - _FEWEST_WORDS):
        code = _CODE.match(atoms[i].text)
        ended = atoms[i - 1].text.endswith((".", "!"))
        words = i + 1 + (atoms[i + 1].text in _BETWEEN)
        if ended and code is not None and code["code"].upper() in codes and atoms[words].text[:1].isupper():
            yield mark, atoms[begun:i]
            mark, begun = atoms[i], words
    yield mark, atoms[begun:]


def _numbers_notes(code: str, codes: frozenset[str]) -> bool:
    """True for the number of a note to the whole paper, where no line carries the key of any."""
    return not codes and len(code) <= _LONGEST_NUMBER


def _numbers_a_house(layout: PageLayout, cell: Cell) -> bool:
    """True for a number above all services of a page, where streets stand and no notes about lines."""
    heads = [token.y for table in layout.tables if any(r.role == "service" for r in table.rows) for token in table.head]
    return bool(heads) and cell.y < min(heads)


def _lettered(layout: PageLayout, title: int) -> frozenset[int]:
    """The rows below a title that begin with A, B and so on in this order, none where it is A alone: "A doctor"."""
    letters = iter("ABCDEFGHIJ")
    rows: list[int] = []
    awaited = next(letters)
    for i, row in enumerate(layout.free[title + 1 :], start=title + 1):
        if row and row[0].atoms[0].text == awaited and sum(len(cell.atoms) for cell in row) > _FEWEST_WORDS:
            rows.append(i)
            awaited = next(letters, "")
        elif i > (rows[-1] if rows else title) + _LONGEST_NOTE:
            break
    return frozenset(rows) if len(rows) > 1 else frozenset()


def _titled(layout: PageLayout) -> frozenset[int]:
    """The rows below a title like "Notes" or "Remark codes" that begin with what can only be a code."""
    rows: set[int] = set()
    lettered: frozenset[int] = frozenset()
    under = False
    for i, row in enumerate(layout.free):
        text = " ".join(cell.text for cell in row).strip(" :")
        if heads_a_legend(text):
            under = True
            lettered |= _lettered(layout, i)
        elif i in lettered or row and (_is_marked(row[0]) or _stands_apart(row) or _names_a_group(row[0])):
            rows |= {i} if under else set()
        elif not rows or i - 1 not in rows:
            # One row may carry a wording on; a second without a code ends the legend.
            under = False
    return frozenset(rows)


def _is_marked(cell: Cell) -> bool:
    """True where a cell begins with a code set off from its wording: by parentheses, a mark or a digit in it."""
    first = cell.atoms[0].text
    match = _CODE.match(first)
    if match is None or len(cell.atoms) < 2:
        return False
    set_off = first != match["code"] or cell.atoms[1].text in _BETWEEN
    return set_off or any(map(str.isdigit, first))


def _names_a_group(cell: Cell) -> bool:
    """True where a cell says what the group of an adjustment stands for: "CO Contractual obligation"."""
    return len(cell.atoms) > _FEWEST_BELOW_A_TITLE and cell.atoms[0].text in _GROUPS


def _stands_apart(row: Sequence[Cell]) -> bool:
    """True where a code stands in a column of its own beside its wording; two words explain a digit or a group."""
    first = row[0].text
    known = any(map(str.isdigit, first)) or first in _GROUPS
    fewest = _FEWEST_BELOW_A_TITLE if known else _FEWEST_WORDS
    alone = len(row[0].atoms) == 1 and len(row) > 1 and bool(_CODE.match(first))
    return alone and len(row[1].atoms) >= fewest


def _carried_on(
    row: Sequence[Cell], so_far: Sequence[Atom], left: float, first: Cell, codes: frozenset[str]
) -> Cell | None:
    """The cell that carries the wording on, None where another note or another block begins."""
    if (
        row
        and _CODE.match(_without_label(row[0].atoms, codes)[0].text)
        and abs(row[0].x0 - first.x0) < 1.2 * first.height
    ):
        # Another note, also one that no line carries.
        return None
    ended = so_far[-1].text.endswith((".", "!", "?"))
    for cell in row:
        if cell.y - so_far[-1].y > 1.75 * first.height:
            return None
        starts_note = (match := _CODE.match(cell.atoms[0].text)) is not None and match["code"].upper() in codes
        # Below a whole sentence, what starts where the codes stand is a text of its own.
        places = [left] if ended and abs(left - first.x0) > _INDENT * first.height else [left, first.x0]
        aligned = min(abs(cell.x0 - place) for place in places) < _INDENT * first.height
        hangs = abs(cell.x0 - left) < abs(cell.x0 - first.x0)
        if aligned and not starts_note and not cell.text.endswith(":") and (hangs or not _had_room(so_far[-1], cell)):
            return cell
    return None


def _had_room(last: Atom, below: Cell) -> bool:
    """True where the first word of the row below fits behind the last word of this one, so that nothing broke here."""
    first = below.atoms[0]
    return last.x1 + (first.x1 - first.x0) + _INDENT * below.height < below.x1
