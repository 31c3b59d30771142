"""Drugs on a pharmacy's statement: name and price on a row, day and drug code below, then who paid what."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from plainbill.reading.columns.column import placeless
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.heads.head_words import meaning_of
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.forming import Row
from plainbill.reading.tables.labeled_amounts import amount_of_one
from plainbill.reading.terms.codes import parse_ndc
from plainbill.reading.terms.wording import is_total

_FIELDS = ("description", "date", "ndc", "units", "charge", "plan_paid", "patient_responsibility")
_FEWEST = 2
# Rows of one drug stand closer than this many heights.
_PITCH = 2.6
_GUTTER = 1.2
_TAKEN_OFF = frozenset({"plan_paid", "other_paid", "adjustment"})
_LEFT = frozenset({"patient_responsibility", "copay"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drug:
    """One drug: where its first row stands and the row below its last one, its cells, the print of its rows below."""

    first: int
    end: int
    cells: Mapping[str, tuple[Atom, ...]]
    below: tuple[Atom, ...]


def dispensed_drugs(rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]) -> Table | None:
    """Return the drugs as a table, with a sum of them that stands right below; None where fewer than two are listed."""
    drugs = [drug for i in range(len(rows) - 1) if (drug := _drug_at(i, rows, atoms)) is not None]
    if len(drugs) < _FEWEST:
        return None
    listed = [_row("service", rows[drug.first], drug.cells) for drug in drugs]
    end = drugs[-1].end
    summed = sum((drug.cells["charge"][0].money or Decimal(0) for drug in drugs), Decimal(0))
    if end < len(rows) and atoms[end] and atoms[end][-1].money == summed:
        listed.append(_row("total", rows[end], {"description": atoms[end][:-1], "charge": atoms[end][-1:]}))
    head = tuple(token for drug in drugs for atom in drug.below for token in atom.tokens)
    return Table(columns=tuple(placeless(name) for name in _FIELDS), rows=tuple(listed), head=head)


def _row(role: str, row: Row, cells: Mapping[str, tuple[Atom, ...]]) -> TableRow:
    own = tuple(cells.get(name, ()) for name in _FIELDS)
    return TableRow(role="service" if role == "service" else "total", cells=own, y=row.y, height=row.height)


def _drug_at(i: int, rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]) -> _Drug | None:
    """The drug that begins on row `i`, None where none does."""
    *words, price = atoms[i] or (None,)
    named = bool(words) and all(atom is not None and atom.kind in {"text", "dash"} for atom in words)
    if price is None or price.money is None or not named or not _is_near(rows, i + 1):
        return None
    told = _told(atoms[i + 1])
    if not {"date", "ndc"} <= told.keys() or is_total(" ".join(atom.text for atom in words if atom is not None)):
        return None
    end, shares = _shares(i + 2, rows, atoms)
    cells = {"description": tuple(atom for atom in words if atom is not None), "charge": (price,), **told}
    if _closes(price.money, shares):
        cells |= {"patient_responsibility" if name in _LEFT else name: (atom,) for name, atom in shares.items()}
    else:
        end = i + 2
    return _Drug(first=i, end=end, cells=cells, below=tuple(atom for own in atoms[i + 1 : end] for atom in own))


def _shares(start: int, rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]) -> tuple[int, dict[str, Atom]]:
    """The row below the labeled amounts of a drug that stand from row `start` on, and these amounts."""
    shares: dict[str, Atom] = {}
    for i in range(start, len(rows)):
        own = dict(_labeled(atoms[i]))
        begun = i + 1 < len(rows) and {"date", "ndc"} <= _told(atoms[i + 1]).keys()
        if begun or not own or not _is_near(rows, i) or own.keys() & shares:
            return i, shares
        shares |= own
    return len(rows), shares


def _is_near(rows: Sequence[Row], i: int) -> bool:
    return rows[i].y - rows[i - 1].y < _PITCH * max(rows[i].height, rows[i - 1].height)


def _told(own: Sequence[Atom]) -> dict[str, tuple[Atom, ...]]:
    """The first day of a row, and the drug code and the count behind their labels."""
    told: dict[str, tuple[Atom, ...]] = {}
    for atom in own:
        if atom.date is not None:
            told.setdefault("date", (atom,))
    for label, atom in pairwise(own):
        meaning = meaning_of((label.text.strip(":#"),)) if label.kind == "text" and label.text.strip(":#") else None
        name = meaning.fields[0] if meaning is not None else ""
        if name == "ndc" and parse_ndc(atom.text.strip(",;")) or name == "units" and atom.text.strip(",;").isdigit():
            told.setdefault(name, (atom,))
    return told


def _labeled(own: Sequence[Atom]) -> Iterator[tuple[str, Atom]]:
    """Each amount of a row whose label, the words before it up to a gutter, says what it is of one charge."""
    words: list[Atom] = []
    for atom in own:
        if atom.money is None:
            parted = bool(words) and atom.x0 - words[-1].x1 > _GUTTER * atom.tokens[0].box.height
            words = [atom] if parted else [*words, atom]
            continue
        name = amount_of_one(words) if words else None
        if name is not None and name != "charge":
            yield name, atom
        words = []


def _closes(price: Decimal, shares: Mapping[str, Atom]) -> bool:
    """True where the price less what was taken off is what is left for the patient."""
    off = sum((abs(atom.money or Decimal(0)) for name, atom in shares.items() if name in _TAKEN_OFF), Decimal(0))
    left = [atom.money for name, atom in shares.items() if name in _LEFT]
    return len(left) == 1 and price - off == left[0]
