"""The services of claim forms whose heads nobody could read: each row's values come in a fixed order."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from plainbill.reading.columns.column import placeless
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.forming import Row
from plainbill.reading.tables.cents import as_one_amount
from plainbill.reading.tables.misread_days import days_told_by_others
from plainbill.reading.terms.codes import known_modifiers, parse_code, parse_revenue_code
from plainbill.reading.terms.dates import parse_date

# Of a hospital's form; its last row sums the charges up under a code of its own.
_OF_A_HOSPITAL = ("revenue_code", "description", "code", "modifiers", "date", "units", "charge")
_SUM = "0001"
_FIELDS = ("date", "date_to", "place", "code", "modifiers", "diagnosis", "charge", "units")
_TWO_DIGITS = re.compile(r"^\d{2}$")
_DOLLARS, _UNITS = re.compile(r"^\d{1,5}$"), re.compile(r"^\d{1,3}$")
_DENSE_DAY = re.compile(r"^\d{6}$|^\d{8}$")
# A day that no calendar has stands where one was misread.
_LIKE_A_DAY = re.compile(r"^\d{2}/\d{2}/(?:\d{2}|\d{4})$")
_EMERGENCY = frozenset({"Y", "N"})
_NUMBER_OF_A_PROVIDER = re.compile(r"^\d{10}$")
# What the form prints before the number of who gave the care.
_KIND_OF_NUMBER = "NPI"
_POINTER = re.compile(r"^[A-L]{1,4}$")
_MARKED_RULE = re.compile(r"^(\d{1,5})[:;|](\d\d)$")
_DRUG = re.compile(r"^N4\d{11}$")
_ROW, _OVER_THE_RULE = re.compile(r"^(?:[1-9]|1\d|2[0-3])$"), re.compile(r"^\d{3,7}$")
_FEWEST_ROWS, _FEWEST_IN_A_ROW, _MOST_MODIFIERS = 2, 4, 4

_Cells = dict[str, tuple[Atom, ...]]


def claim_form_rows(rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]) -> Table | None:
    """Return the services of box 24, None where fewer than two rows print two days, place, code, charge and count.

    A count may be missing where the charges are what a box below sums up.
    """
    counted = [(row, cells) for row, own in zip(rows, atoms, strict=True) if (cells := _service(own)) is not None]
    every = [
        (row, cells)
        for row, own in zip(rows, atoms, strict=True)
        if (cells := _service(own) or _service(own, counted=False)) is not None
    ]
    found = every if len(every) > len(counted) and _is_summed_up(every, atoms) else counted
    if len(found) < _FEWEST_ROWS:
        return None
    # In the upper half of a service's row the form prints its drug.
    drugs = [(row, {"date": own}) for row, own in zip(rows, atoms, strict=True) if own and _DRUG.match(own[0].text)]
    return _table(_FIELDS, sorted([*found, *drugs], key=lambda each: each[0].y))


def tells_more(claimed: Table, headed: Sequence[Table]) -> bool:
    """True where the order of values tells all services of tables with heads, and what some lack: count or place.

    Services below them without a day are none: there the form prints the boxes of other numbers.
    """
    own = {row.y: bool(claimed.cell(row, "units")) for row in claimed.rows if row.role == "service"}
    services = [(table, row) for table in headed for row in table.rows if row.role == "service"]
    dated = [each for each in services if _has_a_day(*each)]
    if not all(own.values()) or not {row.y for _, row in dated} <= own.keys():
        return False
    return not any(table.cell(row, "ndc") for table, row in dated) and (
        any(not table.cell(row, name) for table, row in dated for name in ("units", "place"))
        or len(dated) < len(services)
    )


def _has_a_day(table: Table, row: TableRow) -> bool:
    return any(atom.date is not None for atom in row.atoms) or bool(table.cell(row, "date"))


def _is_summed_up(found: Sequence[tuple[Row, _Cells]], atoms: Sequence[tuple[Atom, ...]]) -> bool:
    """True where a row below prints what the charges come to, as one amount or in dollars and cents."""
    charges = [cells["charge"][0].money or Decimal(0) for _, cells in found]
    last = max(row.y for row, _ in found)
    below = [own for own in atoms if own and own[0].y > last]
    printed = {atom.money for own in below for atom in own} | {
        as_one_amount(dollars, cents).money
        for own in below
        for dollars, cents in pairwise(own)
        if _DOLLARS.match(dollars.text) and _TWO_DIGITS.match(cents.text)
    }
    return sum(charges, Decimal(0)) in printed


def hospital_form_rows(rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]) -> Table | None:
    """Return the services of boxes 42 to 47, None where their charges are not what the form's last row sums up.

    Right above that row, each with all its values, they are services whatever a misread charge makes of the sum.
    """
    bare = [_without_number(own) for own in atoms]
    sums = [(at, _charge(list(own))) for at, own in enumerate(bare) if own and own[0].text == _SUM]
    last, total = sums[0] if len(sums) == 1 else (0, None)
    if total is None:
        return None
    found = [(row, cells) for row, own in zip(rows, bare, strict=True) if (cells := _of_a_hospital(own)) is not None]
    charges = [cells["charge"][0].money or Decimal(0) for _, cells in found]
    above = len(found) >= _FEWEST_IN_A_ROW and [row for row, _ in found] == [*rows[last - len(found) : last]]
    # Whether cents are glued to their dollars only the sum tells.
    above = above and all("." in (charge := cells["charge"][0]).text or len(charge.tokens) > 1 for _, cells in found)
    if len(found) < _FEWEST_ROWS or not above and total.money != sum(charges, Decimal(0)):
        return None
    return _table(_OF_A_HOSPITAL, _with_days(found))


def _with_days(found: Sequence[tuple[Row, _Cells]]) -> list[tuple[Row, _Cells]]:
    """The rows, a day that was misread told by those of other rows, or left out."""
    days = days_told_by_others([cells["date"] for _, cells in found])
    return [
        (row, {**cells, "date": tuple(day for day in own if day.date is not None)})
        for (row, cells), own in zip(found, days, strict=True)
    ]


def _without_number(own: tuple[Atom, ...]) -> tuple[Atom, ...]:
    """The row without the number that the form prints before its code: "10  0305  PROTIME"."""
    numbered = len(own) > 1 and _ROW.match(own[0].text) is not None and parse_revenue_code(own[1].text) is not None
    return own[1:] if numbered and len(own[1].text) > len(own[0].text) else own


def _table(fields: Sequence[str], found: Sequence[tuple[Row, _Cells]]) -> Table:
    """The services in columns without a place: the order of their values told what they are."""
    services = tuple(
        TableRow(
            role="service" if "charge" in cells else "words",
            y=row.y,
            height=row.height,
            cells=tuple(cells.get(field, ()) for field in fields),
        )
        for row, cells in found
    )
    return Table(columns=tuple(placeless(field) for field in fields), rows=services, head=())


def _of_a_hospital(own: Sequence[Atom]) -> _Cells | None:
    """The values of one row: revenue code, words, code and modifiers, day, units and charge."""
    at = next((i for i, atom in enumerate(own) if i and (atom.date or _is_like_a_day(atom.text))), None)
    if at is None or parse_revenue_code(own[0].text) is None or own[0].text == _SUM:
        return None
    words, (day, *behind) = list(own[1:at]), own[at:]
    date = day.date or parse_date(day.text, dense=True)
    charge = _charge(behind) or _glued_charge(behind)
    if date is None and not _LIKE_A_DAY.match(day.text) or charge is None:
        return None
    coded = next((i for i, atom in enumerate(words) if i and parse_code(atom.text) is not None), len(words))
    modifiers = words[coded + 1 :]
    if not all(atom.text in known_modifiers() for atom in modifiers):
        return None
    units = behind[-1:] if behind and _UNITS.match(behind[-1].text) else []
    return {
        "revenue_code": (own[0],),
        "description": tuple(words[:coded]),
        "code": tuple(words[coded : coded + 1]),
        "modifiers": tuple(modifiers),
        "date": (replace(day, kind="date", date=date) if date is not None else day,),
        "units": tuple(units),
        "charge": (charge,),
    }


def _is_like_a_day(text: str) -> bool:
    return (_DENSE_DAY.match(text) or _LIKE_A_DAY.match(text)) is not None


def _service(own: Sequence[Atom], *, counted: bool = True) -> _Cells | None:
    """The values of one row by their fields, None where one that every service has is missing or something is left."""
    left = list(own)
    first, last = _day(left), _day(left)
    if first is None or last is None or not left or not _TWO_DIGITS.match(left[0].text.lstrip("/|")):
        return None
    place = left.pop(0)
    place = replace(place, text=place.text.lstrip("/|"))
    if left and left[0].text in _EMERGENCY:
        left.pop(0)
    if not left or parse_code(left[0].text) is None:
        return None
    code = left.pop(0)
    if left and _NUMBER_OF_A_PROVIDER.match(left[-1].text):
        left.pop()
    if left and left[-1].text == _KIND_OF_NUMBER:
        left.pop()
    units = left.pop() if counted and left and _UNITS.match(left[-1].text) else None
    charge = _charge(left)
    if units is None and counted or charge is None:
        return None
    pointer = left.pop() if left and _POINTER.match(left[-1].text) else None
    if len(left) > _MOST_MODIFIERS or not all(atom.text in known_modifiers() for atom in left):
        return None
    return {
        "date": (first,),
        "date_to": (last,),
        "place": (place,),
        "code": (code,),
        "modifiers": tuple(left),
        "diagnosis": (pointer,) if pointer is not None else (),
        "charge": (charge,),
        "units": (units,) if units is not None else (),
    }


def _day(left: list[Atom]) -> Atom | None:
    """Take the day that the row goes on with, printed without separators or as any other."""
    if not left:
        return None
    apart = left[:_PARTS_OF_A_DAY]
    if len(apart) == _PARTS_OF_A_DAY and all(_TWO_DIGITS.match(atom.text) for atom in apart):
        # Month, day and year in boxes of their own.
        text = "/".join(atom.text for atom in apart)
        if (date := parse_date(text)) is None:
            return None
        del left[:_PARTS_OF_A_DAY]
        tokens = tuple(token for atom in apart for token in atom.tokens)
        return replace(apart[0], kind="date", text=text, tokens=tokens, date=date)
    date = left[0].date or parse_date(left[0].text, dense=True)
    return replace(left.pop(0), kind="date", date=date) if date is not None else None


_PARTS_OF_A_DAY = 3


def _glued_charge(left: list[Atom]) -> Atom | None:
    """Take the charge whose dollars and cents ran together over the rule between them; the form's sum confirms it."""
    if not left or not _OVER_THE_RULE.match(left[-1].text):
        return None
    glued = left.pop()
    whole, part = glued.text[:-2], glued.text[-2:]
    return replace(glued, kind="money", text=f"{whole} {part}", money=Decimal(f"{whole}.{part}"))


def _charge(left: list[Atom]) -> Atom | None:
    """Take the charge that the row ends in, as one amount or as dollars and cents in columns of their own."""
    if left and left[-1].kind == "money":
        return left.pop()
    if left and (marked := _MARKED_RULE.match(left[-1].text)) is not None:
        # A reader may take the rule between dollars and cents for a mark.
        charge = Decimal(f"{marked[1]}.{marked[2]}")
        return replace(left.pop(), kind="money", text=f"{marked[1]} {marked[2]}", money=charge)
    if len(left) > 1 and _TWO_DIGITS.match(left[-1].text) and _DOLLARS.match(left[-2].text):
        cents, dollars = left.pop(), left.pop()
        return as_one_amount(dollars, cents)
    return None
