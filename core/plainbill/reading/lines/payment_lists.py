"""Lists of payments by themselves: below a head or a heading, rows with a day, words and one amount."""

import itertools
import re
from collections.abc import Iterator, Sequence

from plainbill.reading.heads.head_fields import AMOUNT_FIELDS
from plainbill.reading.layout import PageLayout
from plainbill.reading.lines.cell_values import Draft
from plainbill.reading.rows.atoms import Atom, Cell
from plainbill.reading.rows.found import Found, from_atoms
from plainbill.reading.tables.listed_payments import begins_sums
from plainbill.reading.tables.row_roles import is_late_fee
from plainbill.reading.terms.dates import parse_date
from plainbill.reading.terms.vocabulary import header_words
from plainbill.reading.terms.wording import (
    heads_payments_made,
    is_charged_among_payments,
    is_payment,
    is_total,
    payment_kind,
    takes_back,
)

_OF_PAYMENTS = re.compile(r"payments?|pmts?\b|credits?|activity|transactions?|adjustments?|posted", re.IGNORECASE)
_FEWEST_HEADS, _MOST_HEADS, _LONGEST_HEADING = 2, 3, 6
# The first entry stands this close below the head, each next one at about the same pitch; in heights and pitches.
_BELOW_HEAD, _FAR_BELOW = 2.8, 4.5
_PITCH = 1.4
_ALIGNED = 0.8
_DAY_AND_AMOUNT = 2
_FEWEST_OF_AN_ENTRY, _LESS = 3, frozenset({"less", "minus"})


def listed_payments(layouts: Sequence[PageLayout]) -> Iterator[Draft]:
    """Return the payments of every such list, in reading order."""
    for layout in layouts:
        for i, row in enumerate(layout.cells):
            if _heads_payments(row):
                head = _parted(row)
                yield from _entries(head[0], layout.cells[i + 1 :], dated="date" in _fields(head[0]))
            elif _announces_payments(row):
                made = heads_payments_made(" ".join(cell.text for cell in row))
                yield from _entries(row[0], layout.cells[i + 1 :], dated=True, made=made)
                yield from _entries_over_days(row[0], layout.cells[i + 1 :])
                yield from _entries_over_words(row[0], layout.cells[i + 1 :]) if made else ()


def dated_payments(layouts: Sequence[PageLayout]) -> Iterator[Draft]:
    """Return what rows outside all tables say was taken off on a day: "7/8  Check 5521  (10,000.00)".

    One that no word calls a payment is one right above or below others that are.
    """
    for layout in layouts:
        rows = [_taken_off(row) for row in layout.free]
        drafts = [_payment(atoms, dated=True) if atoms else None for atoms in rows]
        for i, atoms in enumerate(rows):
            near = any(drafts[max(0, i - 1) : i + 2]) and not takes_back(" ".join(atom.text for atom in atoms))
            if (named := _received(layout.free[i]) or _dated_behind(layout.free[i])) is not None:
                yield named
            elif atoms and (draft := drafts[i] or (_entry(atoms, dated=True) if near else None)) is not None:
                yield draft


def _received(row: Sequence[Cell]) -> Draft | None:
    """The payment of a row with words for it before its day and from whom behind: "Payment received 3/22 - Elm Mutual".

    Without a name it is the sum of what was paid up to that day.
    """
    atoms = [atom for cell in row for atom in cell.atoms]
    at = next((i for i, atom in enumerate(atoms) if atom.date is not None), 0)
    if not at or atoms[-1].money is None or atoms[-1].money >= 0:
        return None
    behind = list(itertools.dropwhile(lambda atom: atom.kind == "dash" or atom.text in _DASHES, atoms[at + 1 :]))
    said = _RECEIVED.match(" ".join(atom.text for atom in atoms[:at])) is not None
    named = sum(atom.text[:1].isupper() and atom.text.isalpha() for atom in behind) > 1
    return _entry([atoms[at], *behind], dated=True) if said and named else None


def _dated_behind(row: Sequence[Cell]) -> Draft | None:
    """The payment of a row that says who made it before its day: "Insurance payments  Elm Mutual  05/11  -120.66"."""
    atoms = [atom for cell in row for atom in cell.atoms]
    if len(atoms) < _FEWEST_OF_AN_ENTRY or atoms[-2].date is None or atoms[-1].money is None or atoms[-1].money >= 0:
        return None
    words = atoms[:-2]
    text = " ".join(atom.text for atom in words)
    named = [word for word in text.split() if word[:1].isupper() and word.lower().strip(":") not in _OF_ANY_PAYMENT]
    return _payment([atoms[-2], *words, atoms[-1]], dated=True) if named else None


_OF_ANY_PAYMENT = frozenset(
    {"insurance", "insurer", "plan", "your", "patient", "payment", "payments", "paid", "received", "posted", "total",
     "less", "credit", "credits", "adjustment", "adjustments", "as", "of", "on", "through", "by", "last", "previous"}
)  # fmt: skip
_DASHES = frozenset({"-", "\u2013", "\u2014", "\u00b7", ","})
_RECEIVED = re.compile(r"^(?:insurance )?payments? (?:received|posted)(?: on)?:?$", re.IGNORECASE)


def _taken_off(row: Sequence[Cell]) -> tuple[Atom, ...]:
    """The day, the words and the amount below zero that end a row; nothing where it ends in anything else."""
    starts = [i for i, cell in enumerate(row) if cell.atoms[0].date is not None]
    if starts and starts[-1] and row[starts[-1] - 1].text.endswith(","):
        # "Paid at desk 05/04, 05/11": one of several days.
        return ()
    atoms = _without_sum_beside([atom for cell in row[starts[-1] :] for atom in cell.atoms]) if starts else ()
    amount = atoms[-1].money if atoms else None
    if amount is not None and len(atoms) > _FEWEST_OF_AN_ENTRY and atoms[-2].text.lower() in _LESS:
        # "Payment, Fenland Health   less   $730.00".
        return (*atoms[:-2], atoms[-1])
    return atoms if amount is not None and amount < 0 else ()


def _without_sum_beside(atoms: Sequence[Atom]) -> tuple[Atom, ...]:
    """The atoms up to the first amount where it is below zero and a list of sums stands a wide blank right of it."""
    first = next((i for i, atom in enumerate(atoms) if atom.money is not None), len(atoms))
    if first + 1 >= len(atoms) or (atoms[first].money or 0) >= 0 or atoms[-1].money is None:
        return tuple(atoms)
    blank = atoms[first + 1].x0 - atoms[first].x1
    worded = atoms[first + 1].kind == "text" and blank > _WIDE * atoms[first].tokens[0].box.height
    return tuple(atoms[: first + 1] if worded else atoms)


_WIDE = 1.5


def _heads_payments(row: Sequence[Cell]) -> bool:
    row = _parted(row)
    if not _FEWEST_HEADS <= len(row) <= _MOST_HEADS or not _OF_PAYMENTS.search(" ".join(cell.text for cell in row)):
        return False
    fields = [_fields(cell) for cell in row]
    return all(fields) and bool(fields[-1] & AMOUNT_FIELDS) and bool(fields[-2] & {"description", "payment"})


def _announces_payments(row: Sequence[Cell]) -> bool:
    """True for a few words by themselves that name payments, such as "Payments received": entries below have days."""
    words = [word for cell in row for atom in cell.atoms for word in atom.text.split()]
    plain = all(atom.kind in {"text", "dash"} for cell in row for atom in cell.atoms)
    text = " ".join(words)
    short = 0 < len(words) <= _LONGEST_HEADING and not text.endswith((".", "?", "!", ","))
    return plain and short and _OF_PAYMENTS.search(text) is not None and not any(map(str.isdigit, text))


def _parted(row: Sequence[Cell]) -> Sequence[Cell]:
    """The heads, the first cell cut in two where its words are two heads that stand close together."""
    if not row or _fields(row[0]):
        return row
    first, *others = row
    for cut in range(1, len(first.atoms)):
        two = [Cell(atoms=atoms, height=first.height) for atoms in (first.atoms[:cut], first.atoms[cut:])]
        if all(_fields(cell) for cell in two):
            return [*two, *others]
    return row


def _fields(cell: Cell) -> frozenset[str]:
    meaning = header_words().find([word for atom in cell.atoms for word in atom.text.split()])
    return frozenset(meaning.fields) if meaning is not None else frozenset()


def _entries(head: Cell, rows: Sequence[Sequence[Cell]], *, dated: bool, made: bool = False) -> Iterator[Draft]:
    y, most, edge = head.y, _BELOW_HEAD * head.height, None
    entries: list[list[Atom]] = []
    for row in rows:
        if not row:
            continue
        atoms = [atom for cell in row for atom in cell.atoms]
        draft = _payment_made(atoms) if made and not is_late_fee(atoms) else _payment(atoms, dated=dated)
        step = atoms[0].y - y
        aligned = edge is None or abs(atoms[-1].x1 - edge) < _ALIGNED * row[0].height
        if draft is None or step > most or not aligned or begins_sums(entries, atoms):
            return
        yield draft
        y, most, edge = atoms[0].y, _PITCH * step, atoms[-1].x1
        entries.append(atoms)


def _entries_over_days(head: Cell, rows: Sequence[Sequence[Cell]]) -> Iterator[Draft]:
    """The payments of a list whose entries are words, with an amount where money moved, over the day on the next row.

    What came in between, as that a claim was sent, has a day and no amount.
    """
    y = head.y
    for row, below in zip(rows[::2], rows[1::2], strict=False):
        words = [atom for cell in row for atom in cell.atoms]
        day = [atom for cell in below for atom in cell.atoms]
        if not words or len(day) != 1 or day[0].date is None or any(atom.date is not None for atom in words):
            return
        if words[0].y - y > _FAR_BELOW * head.height or day[0].y - words[0].y > _BELOW_HEAD * row[0].height:
            return
        if words[-1].money is not None and (draft := _payment(words, dated=False)) is not None:
            yield {**draft, "date": Found(value=day[0].date, tokens=day[0].tokens)}
        y = day[0].y


def _entries_over_words(head: Cell, rows: Sequence[Sequence[Cell]]) -> Iterator[Draft]:
    """The payments of a list whose entries are a day and an amount over words on the next row."""
    y = head.y
    for row, below in zip(rows[::2], rows[1::2], strict=False):
        first = [atom for cell in row for atom in cell.atoms]
        words = [atom for cell in below for atom in cell.atoms]
        if len(first) != _DAY_AND_AMOUNT or first[0].date is None or first[1].money is None:
            return
        if (
            first[0].y - y > _FAR_BELOW * head.height
            or not words
            or words[0].y - first[0].y > _BELOW_HEAD * head.height
        ):
            return
        if (draft := _payment_made([first[0], *words, first[1]])) is None:
            return
        yield draft
        y = words[0].y


_TO_BE_PAID = re.compile(
    r"^(?!.*\b(?:paid|received|posted)\b).*\b(?:due|reminder|scheduled|upcoming|planned|failed|declined)\b",
    re.IGNORECASE,
)


def _payment(atoms: Sequence[Atom], *, dated: bool) -> Draft | None:
    """The payment that the row is, where its words name one."""
    text = " ".join(atom.text for atom in atoms[1 if dated else 0 : -1] if atom.kind in {"text", "dash"})
    return _entry(atoms, dated=dated) if is_payment(text) and not _TO_BE_PAID.search(text) else None


def _payment_made(atoms: Sequence[Atom]) -> Draft | None:
    """The payment that the row is below words that head payments made: it need not say so, but may name no charge."""
    text = " ".join(atom.text for atom in atoms if atom.kind == "text")
    return None if is_charged_among_payments(text) else _entry(atoms, dated=True)


def _entry(atoms: Sequence[Atom], *, dated: bool) -> Draft | None:
    """What the row says: a day where the list has days, words that sum up nothing, one amount at its end."""
    amount = atoms[-1]
    day = parse_date(atoms[0].text, dense=True) if dated else None
    words = [atom for atom in atoms[1 if dated else 0 : -1] if atom.kind in {"text", "dash"}]
    text = " ".join(atom.text for atom in words)
    whole = len(words) == len(atoms) - (2 if dated else 1)
    if amount.money is None or (dated and day is None) or not whole or not text or is_total(text):
        return None
    draft = {
        "amount": from_atoms(abs(amount.money), [amount]),
        "description": from_atoms(text, words),
        "kind": from_atoms(payment_kind(text), words),
    }
    return {**draft, "date": Found(value=day, tokens=atoms[0].tokens)} if day is not None else draft
