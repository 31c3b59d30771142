"""Services that take several rows: one says when and what, the next prints the amounts under heads of amounts alone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from plainbill.reading.columns.column import Column, placeless
from plainbill.reading.columns.finding import columns_of
from plainbill.reading.columns.placing import assign
from plainbill.reading.columns.table import Role, Table, TableRow
from plainbill.reading.heads.head import Head
from plainbill.reading.heads.head_fields import AMOUNT_FIELDS
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.forming import Row
from plainbill.reading.rows.leading_codes import leading_code, leading_revenue_code
from plainbill.reading.rows.reasons import is_reason_row
from plainbill.reading.tables.filled_prescriptions import are_filled_below
from plainbill.reading.terms.codes import are_of_a_ride, known_modifiers, parse_code, parse_revenue_code
from plainbill.reading.terms.dates import days_in
from plainbill.reading.terms.wording import ends_in_number, heads_a_claim, is_detail, is_subtotal, is_total

_LONGEST_DATE = 7
_LONGEST_CODE = 5
# Of the rows of amounts that are no sums, so many have a row above that says when or what.
_MOSTLY = 0.5
# What leads the amounts stands at most so many heights above them, and wrapped words as far above one another.
_PITCH = 3.2
# A decision beside the table may have a head that nobody knows.
_MOST_OUTSIDE = 2
# What was done stands right above its code or its amounts, on few rows.
_NEAR, _MOST_WRAPPED = 2.2, 3
_MODIFIER = re.compile(r"^[A-Z0-9]{2}$")
# With the zero before it no other number of four digits looks like a revenue code; one row may be anything.
_FOUR_DIGITS, _FEWEST_OF_REVENUE = re.compile(r"^0\d{3}$"), 2
_WITH_OR_WITHOUT_ZERO = re.compile(r"^0?\d{3}$")
_FEWEST_DATED_BELOW = 2
_ADDED, _REVENUE = ("date", "code", "description"), ("revenue_code",)


@dataclass(slots=True)
class _Pending:
    """Rows of words since the last amounts, and which of them leads the next amounts."""

    rows: list[tuple[Row, tuple[Atom, ...]]] = field(default_factory=list)

    def lead(self, below: Row, *, decided: bool, of_hospitals: bool) -> tuple[tuple[Atom, ...], ...]:
        """The rows that say what the amounts below are for.

        Nothing where none names a day or a code, but for words right above amounts that a plan `decided`. Papers
        `of_hospitals` print a revenue code before the words.
        """
        starts = [i for i, (_, atoms) in enumerate(self.rows) if _days(atoms)]
        if not starts and of_hospitals:
            starts = [i for i, (_, atoms) in enumerate(self.rows) if _is_of_revenue(atoms, zero=False)][-1:]
        if not starts:
            coded = [i for i, (_, atoms) in enumerate(self.rows) if _begins_with_code(atoms)]
            starts = [self._words_above(i) if _leading_code(self.rows[i][1]) == len(self.rows[i][1]) else i
                      for i in coded[:1]]  # fmt: skip
        if not starts and decided and self.rows and below.y - self.rows[-1][0].y <= _NEAR * below.height:
            starts = [i for i in [self._words_above(len(self.rows))] if i < len(self.rows)]
        if not starts:
            return ()
        own = self.rows[starts[0] :]
        ys = [*(row.y for row, _ in own), below.y]
        close = all(b - a <= _PITCH * below.height for a, b in zip(ys, ys[1:], strict=False))
        return tuple(atoms for _, atoms in own) if close else ()

    def _words_above(self, place: int) -> int:
        """Where the words begin that stand right above a row and name what was done: "Treatment room"."""
        first = place
        while first and place - first < _MOST_WRAPPED and _names_what_was_done(self.rows[first - 1][1]):
            row, _ = self.rows[first - 1]
            if first < len(self.rows) and self.rows[first][0].y - row.y > _NEAR * row.height:
                break
            first -= 1
        return first

    def day(self) -> tuple[Row, tuple[Atom, ...]] | None:
        """The last row that prints a day and no more than a few words: it heads the services below."""
        dated = [entry for entry in self.rows if any(atom.date is not None for atom in entry[1]) and len(entry[1]) < 6]
        return dated[-1] if dated else None


def stacked_table(head: Head, rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]], height: float) -> Table | None:
    """The table below a head of amounts, None where no row above the amounts says when and what."""
    if are_filled_below(atoms) or _are_dated_below(atoms):
        return None
    amounts = [own for own in atoms if _is_of_amounts(own)]
    columns = [_beside_amounts(column) for column in columns_of(head, amounts, height)]
    tokens = tuple(token for column in head.columns for token in column.tokens)
    coded = any(leading_revenue_code(own[_days(own) :]) for own in atoms)
    coded = coded or sum(_is_of_revenue(own) for own in atoms) >= _FEWEST_OF_REVENUE
    added = (*_ADDED, *(_REVENUE if coded else ()))
    found = _with_services((*columns, *(placeless(name) for name in added)), rows, atoms)
    return replace(found, head=tokens) if found is not None else None


def stacked_on(table: Table, rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]) -> Table | None:
    """The rows that carry on a stacked table of the page before."""
    return _with_services(table.columns, rows, atoms)


def _are_dated_below(atoms: Sequence[Sequence[Atom]]) -> bool:
    """True where rows that name their services beside the amounts take turns with rows that begin with a day.

    The first is one of the former and the last one of the latter: no day stands above its service.
    """
    turns: list[bool] = []
    for own in atoms:
        if _sum_role(own) is not None and any(atom.money is not None for atom in own):
            break
        named = own[:1] and own[0].kind == "text" and sum(atom.money is not None for atom in own) > 1
        if named and not starts_service(own):
            turns.append(True)
        elif _days(own) and not any(atom.money is not None for atom in own):
            turns.append(False)
        else:
            return False
    return len(turns) >= 2 * _FEWEST_DATED_BELOW and turns == [i % 2 == 0 for i in range(len(turns))] and not turns[-1]


def _beside_amounts(column: Column) -> Column:
    """Codes beside the amounts are those of reasons and notes: the service's own stands in the row above."""
    return replace(column, field="remark") if column.field == "code" else column


def _is_of_amounts(atoms: Sequence[Atom]) -> bool:
    """True where a row prints amounts and neither leads a service nor lists reasons."""
    printed = any(atom.money is not None for atom in atoms)
    return printed and not starts_service(atoms) and not is_reason_row(atoms) and _sum_role(atoms) is None


def _sum_role(atoms: Sequence[Atom]) -> Role | None:
    """Which sum the words of a row announce, None where they announce none."""
    words = _words(atoms)
    return "subtotal" if is_subtotal(words) else "total" if is_total(words) else None


def _words(atoms: Sequence[Atom]) -> str:
    return " ".join(atom.text for atom in atoms if atom.kind == "text")


def _with_services(columns: tuple[Column, ...], rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]) -> Table | None:
    found = list(_rows(columns, rows, atoms))
    services = [i for i, row in enumerate(found) if row.role == "service"]
    if not services:
        return None
    # Below the last service stand closing sums.
    bare = sum(row.role == "amounts" for row in found[: services[-1]])
    flat = sum(starts_service(own) and _amounts(columns, assign(columns, own)) != [] for own in atoms)
    if len(services) < _MOSTLY * (len(services) + bare) or flat >= len(services):
        return None
    kept = tuple(row for row in found if row.role != "amounts")
    last = max(i for i, row in enumerate(kept) if row.role in {"service", "total", "subtotal"})
    while kept[last].role in {"service", "words"} and last + 1 < len(kept) and kept[last + 1].role == "words":
        last += 1
    return Table(columns=columns, rows=kept[: last + 1], head=(), is_stacked=True)


def _rows(columns: tuple[Column, ...], rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]) -> Iterator[TableRow]:
    pending = _Pending()
    open_service = False
    for row, own in zip(rows, atoms, strict=True):
        if not own:
            continue
        cells = tuple(tuple(cell) for cell in assign(columns, own))
        if open_service and not pending.rows and _is_reason_beside(columns, cells):
            yield TableRow(role="words", cells=cells, y=row.y, height=row.height)
        elif open_service and not pending.rows and _adds(own):
            yield _detail(columns, row, own)
        elif not _amounts(columns, cells) or starts_service(own):
            pending.rows.append((row, own))
        elif (role := _sum_role(own)) is not None:
            yield TableRow(role=role, cells=cells, y=row.y, height=row.height)
            pending, open_service = _Pending(), False
        elif _fits(columns, cells, own):
            yield from _service(columns, row, cells, pending)
            pending, open_service = _Pending(), True
        else:
            pending, open_service = _Pending(), False


def _names_what_was_done(atoms: Sequence[Atom]) -> bool:
    """True for plain words that are no sum, no detail of a service and open no claim."""
    words = _words(atoms)
    plain = bool(words) and all(atom.kind in {"text", "dash"} for atom in atoms) and words[0].isalpha()
    said = is_detail(words) or is_reason_row(atoms) or heads_a_claim(words) or ends_in_number(words.split())
    return plain and not said and _sum_role(atoms) is None and not words.endswith((".", "?", "!", ":"))


def _is_decided(columns: Sequence[Column], cells: Sequence[Sequence[Atom]]) -> bool:
    """True where words or codes beside the amounts say what a plan decided: no closing sum has any.

    A row that names its service itself needs no other; what stands above it has wrapped from the one before.
    """
    if any(cell and column.field == "description" for column, cell in zip(columns, cells, strict=True)):
        return False
    beside = (cell for column, cell in zip(columns, cells, strict=True) if column.field in {"remark", "status"})
    return any(atom.kind == "text" for cell in beside for atom in cell)


def _service(
    columns: tuple[Column, ...], row: Row, cells: tuple[tuple[Atom, ...], ...], pending: _Pending
) -> Iterator[TableRow]:
    of_hospitals = any(column.field in _REVENUE and _is_added(column) for column in columns)
    lead = pending.lead(row, decided=_is_decided(columns, cells), of_hospitals=of_hospitals)
    if not lead:
        yield TableRow(role="amounts", cells=cells, y=row.y, height=row.height)
        return
    if not _days(lead[0]) and (dated := pending.day()) is not None:
        yield replace(_detail(columns, *dated), role="day")
    said = _said(lead, of_hospitals=of_hospitals)
    merged = tuple(said.get(column.field, ()) if _is_added(column) else cell
                   for column, cell in zip(columns, cells, strict=True))  # fmt: skip
    yield TableRow(role="service", cells=merged, y=row.y, height=row.height)


def _is_added(column: Column) -> bool:
    return column.left == column.right


def _is_reason_beside(columns: Sequence[Column], cells: Sequence[Sequence[Atom]]) -> bool:
    """True where a row fills nothing but the columns of a reason and of its amount, in whatever order."""
    return {column.field for column, cell in zip(columns, cells, strict=True) if cell} == {"remark", "adjustment"}


def _adds(own: Sequence[Atom]) -> bool:
    """True where a row says more about the service above: its reasons, modifiers, remarks."""
    return is_reason_row(own) or is_detail(" ".join(atom.text for atom in own))


def _detail(columns: Sequence[Column], row: Row, own: tuple[Atom, ...]) -> TableRow:
    """A row of words."""
    cells = tuple(own if column.field == "description" and _is_added(column) else () for column in columns)
    return TableRow(role="words", cells=cells, y=row.y, height=row.height)


def _amounts(columns: Sequence[Column], cells: Sequence[Sequence[Atom]]) -> list[Atom]:
    return [
        atom
        for column, cell in zip(columns, cells, strict=True)
        if column.field in AMOUNT_FIELDS or column.field == "unknown_amount"
        for atom in cell
        if atom.money is not None
    ]


def _fits(columns: Sequence[Column], cells: Sequence[Sequence[Atom]], own: Sequence[Atom]) -> bool:
    """True where every amount stands under a head, few words outside the table and none among amounts."""
    placed = [atom for cell in cells for atom in cell]
    outside = [atom.kind for atom in own if atom not in placed]
    if "money" in outside or outside.count("text") > _MOST_OUTSIDE:
        return False
    for column, cell in zip(columns, cells, strict=True):
        worded = any(atom.kind == "text" and sum(map(str.isalpha, atom.text)) > 3 for atom in cell)
        if worded and (column.field in AMOUNT_FIELDS or column.field == "unknown_amount"):
            return False
    return True


def starts_service(atoms: Sequence[Atom]) -> bool:
    """True where a row begins with the day or the code of a service."""
    return bool(_days(atoms)) or _begins_with_code(atoms)


def _begins_with_code(atoms: Sequence[Atom]) -> bool:
    """True where a row begins with a procedure code, or a revenue code and one."""
    return _leading_code(atoms) > 0 or leading_revenue_code(atoms) and not _is_amount_among_others(atoms)


def _is_of_revenue(atoms: Sequence[Atom], *, zero: bool = True) -> bool:
    """True for "0450 Misc supplies": the digits of a revenue code, with its `zero` or not, before words alone."""
    words, digits = atoms[1:], _FOUR_DIGITS if zero else _WITH_OR_WITHOUT_ZERO
    coded = len(atoms) > 1 and digits.match(atoms[0].text) and parse_revenue_code(atoms[0].text) is not None
    return bool(coded) and words[-1].text[:1].isalpha() and all(atom.kind in {"text", "dash"} for atom in words)


def _days(atoms: Sequence[Atom]) -> int:
    """How many atoms at the beginning print the day or days of a service."""
    for size in range(min(_LONGEST_DATE, len(atoms)), 0, -1):
        if days_in(" ".join(atom.text for atom in atoms[:size])):
            return size
    return 0


def _leading_code(atoms: Sequence[Atom]) -> int:
    """How many atoms at the beginning print a code, its modifiers with it where nothing follows them."""
    if not atoms or _is_amount_among_others(atoms):
        return 0
    whole = parse_code(" ".join(atom.text for atom in atoms)) if len(atoms) <= _LONGEST_CODE else None
    if whole is not None and known_modifiers().issuperset(whole.modifiers):
        return len(atoms)
    taken = 1
    while taken < len(atoms) and _MODIFIER.match(atoms[taken].text):
        taken += 1
    dashed = 1 < taken < len(atoms) and atoms[taken].kind == "dash"
    ridden = 1 < taken < len(atoms) and are_of_a_ride(atoms[0].text, [atom.text for atom in atoms[1:taken]])
    if (dashed or ridden) and parse_code(" ".join(atom.text for atom in atoms[:taken])) is not None:
        return taken
    # What ends the row goes on in the next one: "36415 US" above "VEIN".
    followed = leading_code(atoms) if leading_code(atoms) < len(atoms) else 0
    return followed or int(parse_code(atoms[0].text) is not None)


def _is_amount_among_others(atoms: Sequence[Atom]) -> bool:
    """True where a row begins with an amount that could be a code with its modifier, and prints more: "10198.61"."""
    return atoms[0].money is not None and any(atom.money is not None for atom in atoms[1:])


def _said(lead: Sequence[tuple[Atom, ...]], *, of_hospitals: bool) -> dict[str, tuple[Atom, ...]]:
    """Day, codes and words of the rows that lead the amounts; `of_hospitals`: a revenue code stands before the rest."""
    first = lead[0]
    days = _days(first)
    behind = days + int(of_hospitals and any(parse_revenue_code(atom.text) for atom in first[days : days + 1]))
    code: tuple[Atom, ...] = ()
    words: list[Atom] = []
    for own in (first[behind:], *lead[1:]):
        size = _leading_code(own) if not code and (own is not first or not words) else 0
        if size and words and size < len(own):
            # A number that begins a wrapped row is none.
            size = 0
        code = own[:size] or code
        words += own[size:]
    if not code and words:
        code, words = _enclosed(words)
    return {"date": first[:days], "revenue_code": first[days:behind], "code": code, "description": tuple(words)}


def _enclosed(words: list[Atom]) -> tuple[tuple[Atom, ...], list[Atom]]:
    """The code in parentheses that ends the words, and the words before it."""
    opened = max((i for i, atom in enumerate(words) if atom.text.startswith("(")), default=None)
    if opened is None or not words[-1].text.endswith(")"):
        return (), words
    if parse_code(" ".join(atom.text for atom in words[opened:])) is None:
        return (), words
    return tuple(words[opened:]), words[:opened]
