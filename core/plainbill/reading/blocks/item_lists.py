"""Services as items of a list: words with their amount at the right edge, and below or beside them a row of facts.

Facts are code, modifiers, department, diagnosis, day and count, as chips or parted by dots. Headings with a day open
the services of a visit, and what adds these up is a sum, wherever it stands.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import pairwise

from plainbill.reading.blocks.chips import are_chips
from plainbill.reading.blocks.facts_before_amounts import with_words_before_facts
from plainbill.reading.blocks.groups_of_blocks import leading_clinician
from plainbill.reading.blocks.item_rows import ItemRow, item_rows, with_words_joined
from plainbill.reading.blocks.steps import parts_of_step, steps_of
from plainbill.reading.blocks.who_paid import names_who_paid
from plainbill.reading.columns.column import placeless
from plainbill.reading.columns.table import Role, Table, TableRow
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.forming import Row
from plainbill.reading.tables.row_roles import is_summary, total_role
from plainbill.reading.terms.vocabulary import field_labels
from plainbill.reading.terms.wording import is_payment

_FIELDS = (
    "date", "code", "modifiers", "revenue_code", "ndc", "diagnosis", "time", "provider", "description", "units",
    "unit_price", "charge",
)  # fmt: skip
# What a plan says of a service: such columns say that a paper is a plan's.
_OF_PLANS = ("status", "remark")
_FEWEST, _MOSTLY = 2, 0.5
# Facts stand below their words within so many heights, amounts of one list end within so many of each other.
_PITCH, _EDGE = 2.8, 1.5
_LONGEST_LABEL = 3
_LONGEST_HEADING, _GUTTER, _NEAR_BELOW = 12, 1.5, 2
_ORDERED = re.compile(r"\b(?:ordered|referred|requested|referring|ordering)\b", re.IGNORECASE)
# A day above the first service is that of a visit right above it, or farther up by itself with its weekday.
_FAR_UP = 6
_WEEKDAY = re.compile(r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?", re.IGNORECASE)
# How many services a heading is over, "Pharmacy  4 items", and not how many tests one was: "Skin tests, 40 tests".
_COUNTED = re.compile(r"(?<!,)\s\d{1,3} (?:items?|services?|charges?|entries)\b", re.IGNORECASE)
# How it was paid: among the services of a visit this is no sum of the paper.
_YOU_PAID = re.compile(r"^you paid (?:by|with|at|in|on)\b", re.IGNORECASE)
_DAYS_OF_PAPERS = frozenset({"document_date", "due_date", "processed_date", "patient.date_of_birth"})
_OF_ANOTHER = re.compile(
    r"\b(?:statement|issued|printed|mailed|sent|prepared|due|pay|paid|by|before|born|birth|dob|as of|processed|page)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Entry:
    """What became of one row: its role, and for a service its facts and what its heading said."""

    row: ItemRow
    role: Role | None = None
    told: dict[str, tuple[Atom, ...]] = field(default_factory=dict)
    below: ItemRow | None = None

    @property
    def amount(self) -> Decimal:
        return (self.row.amount.money if self.row.amount is not None else None) or Decimal(0)


def item_lists(rows: Sequence[Row], atoms: Sequence[tuple[Atom, ...]]) -> Table | None:
    """Return the services of such a list with its payments and sums, None where the page has no such list."""
    parts = [_entries([*with_words_joined(with_words_before_facts(part))]) for part in item_rows(rows, atoms)]
    items = [each for part in parts for each in part if each.role == "service"]
    grouped = any(_adds_up_by_groups(part) for part in parts)
    stepped = any(_steps(part) for part in parts)
    if (
        not grouped
        and not stepped
        and not _is_a_list(items)
        and not any(_is_the_last_of_a_list(part) for part in parts)
    ):
        return None
    printed = [abs(atom.money) for own in atoms for atom in own if atom.money is not None]
    _put_unnamed(parts, printed)
    for part in parts:
        _put_sums(part)
        _put_days(part)
        _put_parts_of_steps(part)
        _put_payments(part)
    _put_total([each for part in parts for each in part])
    _take_off_numbers([each for part in parts for each in part if each.role == "service"])
    names = (*_FIELDS, *(name for name in _OF_PLANS if any(name in each.told for each in items)))
    found = [_table_row(each, names) for part in parts for each in part if each.role is not None or each.row.is_priced]
    return Table(columns=tuple(placeless(name) for name in names), rows=tuple(found), head=())


def _take_off_numbers(services: Sequence[_Entry]) -> None:
    """Take off the numbers that a list prints before its services, where they count these: "1.", "2." and so on."""
    firsts = [each.row.words[0].text if len(each.row.words) > 1 else "" for each in services]
    if all(first in {f"{n}.", f"{n})"} for n, first in enumerate(firsts, start=1)):
        for each in services:
            each.row = replace(each.row, words=each.row.words[1:])


def _is_a_list(items: Sequence[_Entry]) -> bool:
    """True for two services or more with facts that more than codes in a column of their own would say."""
    below = [each for each in items if each.below is not None]
    beside = [each for each in items if each.below is None and each.told.keys() & {"units", "revenue_code"}]
    chips = are_chips([each.row for each in items])
    return len(below) >= _FEWEST or len(beside) >= max(_FEWEST, _MOSTLY * len(items)) or chips


def _adds_up_by_groups(entries: Sequence[_Entry]) -> bool:
    """True for services in groups, each with a row of several amounts below it that begins with what they come to."""
    groups, added = 0, Decimal(0)
    for each in entries:
        amounts = [atom.money for atom in each.row.atoms if atom.money is not None]
        if each.role == "service":
            added += each.amount
        elif added and len(amounts) > 1:
            if added != amounts[0]:
                return False
            groups, added = groups + 1, Decimal(0)
    return groups >= _FEWEST and not added


def _steps(entries: Sequence[_Entry]) -> list[int]:
    return steps_of([each.row for each in entries], [i for i, each in enumerate(entries) if each.role == "service"])


def _is_the_last_of_a_list(entries: Sequence[_Entry]) -> bool:
    """True where a page carries on with one service: a day heads it, its code is below, then its sum."""
    at = next((i for i, each in enumerate(entries) if each.role == "service" and each.below is not None), None)
    if not at or len(_days(entries[at - 1].row)) != 1 or entries[at - 1].row.amount is not None:
        return False
    sums = ([atom.money for atom in each.row.atoms if atom.money is not None] for each in entries[at + 1 :])
    return next((row[0] for row in sums if row), None) == entries[at].amount


def _entries(rows: Sequence[ItemRow]) -> list[_Entry]:
    """The rows with those as services that have an amount and facts; rows of facts are part of theirs."""
    entries: list[_Entry] = []
    for row in rows:
        above = entries[-1] if entries else None
        if row.is_facts and above is not None and above.row.is_priced and above.below is None and _is_near(above, row):
            above.below = row
            above.told |= {name: cell for name, cell in row.told.items() if name not in above.told}
            above.role = "service" if row.is_named or above.row.is_named else above.role
        else:
            role: Role | None = (
                "service" if row.is_priced and row.is_named and not _is_sum_of_a_department(row) else None
            )
            entries.append(_Entry(row=row, role=role, told=dict(row.told) if row.is_priced else {}))
    return entries


def _is_sum_of_a_department(row: ItemRow) -> bool:
    """True for "Sub-total rev 0250": the words of a sum beside the code of a department and of no service."""
    return row.told.keys() & {"code", "ndc", "revenue_code"} == {"revenue_code"} and _announces_a_sum(row)


def _announces_a_sum(row: ItemRow) -> bool:
    return total_role("", row.words, set()) is not None


def _is_near(above: _Entry, row: ItemRow) -> bool:
    return row.y - above.row.y < _PITCH * max(row.height, above.row.height)


def _put_unnamed(parts: Sequence[Sequence[_Entry]], printed: Sequence[Decimal]) -> None:
    """Make services of those without facts among the others, where a sum says so or they stand between two."""
    named = [each for part in parts for each in part if each.role == "service"]
    unnamed = [(part, i) for part in parts for i in _unnamed(part)]
    whole = sum((each.amount for each in (*named, *(part[i] for part, i in unnamed))), Decimal(0))
    between = [part[i] for part, i in unnamed if _stands_between(part, i)]
    for each in between if whole not in printed else [part[i] for part, i in unnamed]:
        each.role = "service"


def _unnamed(entries: Sequence[_Entry]) -> list[int]:
    """Which rows from above the first service to the last may be services as well: none that adds others up."""
    named = [i for i, each in enumerate(entries) if each.role == "service"]
    if not named:
        return []
    edges = [each.row.amount.x1 for each in entries if each.role == "service" and each.row.amount is not None]
    last = max(named[-1], *(i + 1 for i, each in enumerate(entries) if each.row.is_of_a_run), 0)
    places = [i for i in range(max(0, named[0] - _FAR_UP), last) if i not in named]
    return [i for i in places if _may_be_one(entries[i], edges) and not _adds_up(entries, i)]


def _stands_between(entries: Sequence[_Entry], i: int) -> bool:
    return 0 < i < len(entries) - 1 and entries[i - 1].role == entries[i + 1].role == "service"


def _may_be_one(entry: _Entry, edges: Sequence[float]) -> bool:
    row = entry.row
    if not row.is_priced or row.amount is None or entry.amount < 0:
        return False
    level = row.is_of_a_run or any(abs(edge - row.amount.x1) < _EDGE * row.height for edge in edges)
    words = row.words
    counted = _COUNTED.search(row.text) is not None
    summed = _announces_a_sum(row) or is_summary(words) or counted
    return level and not summed and not is_payment(row.text)


def _adds_up(entries: Sequence[_Entry], i: int) -> bool:
    """True where an amount is the sum of services in a row above it or below it, with no other amount between."""
    own = entries[i].amount
    for beside in (entries[i - 1 :: -1] if i else [], entries[i + 1 :]):
        added, begun = Decimal(0), False
        for each in beside:
            if each.role != "service" and (begun or each.row.amount is not None):
                break
            if each.role == "service":
                added, begun = added + each.amount, True
            if begun and added == own:
                return True
    return False


def hold(tables: Sequence[Table], items: Table) -> bool:
    """Return whether tables below heads hold services of the list: it is no list of its own."""
    listed = {
        token
        for row in items.rows
        if row.role == "service"
        for atom in items.cell(row, "charge")
        for token in atom.tokens
    }
    rows = (row for table in tables for row in table.rows if row.role == "service")
    return any(listed & {token for atom in row.atoms for token in atom.tokens} for row in rows)


def as_sums(tables: Sequence[Table]) -> tuple[Table, ...]:
    """Return tables below heads with their rows of amounts as sums: the services are those of the list among them."""
    return tuple(
        replace(
            table, rows=tuple(replace(row, role="subtotal") if row.role == "service" else row for row in table.rows)
        )
        for table in tables
    )


def _put_sums(entries: Sequence[_Entry]) -> None:
    """Make sums of rows that add up the services of their group."""
    for i, each in enumerate(entries):
        if each.role is None and each.row.is_priced and _adds_up(entries, i):
            each.role = "subtotal"


def _put_total(entries: Sequence[_Entry]) -> None:
    """Make that the sum of all which adds up every service of the page."""
    services = [each for each in entries if each.role == "service"]
    whole = sum((each.amount for each in services), Decimal(0))
    last = max(i for i, each in enumerate(entries) if each.role == "service")
    for i, each in enumerate(entries):
        of_a_group = each.role == "subtotal" or each.role is None and i > last
        if each.row.is_priced and of_a_group and each.amount == whole and len(services) > 1:
            each.role = "total"


def _put_days(entries: Sequence[_Entry]) -> None:
    """Give services the day and the clinician that the heading above them prints."""
    first = next((i for i, each in enumerate(entries) if each.role == "service"), len(entries))
    grouped = sum(map(_closes_a_group, entries)) >= _FEWEST
    heading: dict[str, tuple[Atom, ...]] = {}
    for i, each in enumerate(entries):
        row = each.row
        if each.role == "service":
            own = {"date": (row.day,)} if row.day is not None else {}
            each.told = {**heading, **own, **each.told}
        elif grouped and each.role is None and (name := _clinician_of_a_group(entries, i)):
            heading = {**heading, "provider": name}
        elif _closes_a_group(each):
            # What sums up a group closes it.
            heading = {name: cell for name, cell in heading.items() if name != "provider"}
        elif row.amount is None and _heads(entries, i, first):
            heading = {"date": _days(row)}
            if row.clinician:
                heading["provider"] = row.clinician
        elif heading and row.amount is None and row.clinician and row.day is None:
            heading["provider"] = row.clinician


def _closes_a_group(entry: _Entry) -> bool:
    return entry.role == "subtotal" or sum(atom.money is not None for atom in entry.row.atoms) > 1


def _clinician_of_a_group(entries: Sequence[_Entry], i: int) -> tuple[Atom, ...]:
    """Who gave the care of the services right below, where no words above say that they ordered it or the like."""
    below = [each.role for each in entries[i + 1 : i + 1 + _NEAR_BELOW]]
    said = i > 0 and _ORDERED.search(entries[i - 1].row.text) is not None
    return leading_clinician(entries[i].row.atoms) if "service" in below and not said else ()


def _days(row: ItemRow) -> tuple[Atom, ...]:
    return tuple(atom for atom in row.atoms if atom.date is not None)


def _heads(entries: Sequence[_Entry], i: int, first: int) -> bool:
    """True for a heading with the day of the services below it, and for the day of a visit above the first of them."""
    row = entries[i].row
    days = _days(row)
    if len(days) != 1 or len(row.atoms) > _LONGEST_HEADING or is_of_another(row, days[0]):
        return False
    if i > first:
        return True
    between = [each.row for each in entries[i + 1 : first]]
    if any(_days(each) and not is_of_another(each, _days(each)[0]) for each in between):
        return False
    right_above = all(each.amount is not None or each.clinician or _WEEKDAY.match(each.text) for each in between)
    named = row.is_day and _WEEKDAY.match(row.atoms[0].tokens[0].text) is not None and len(between) <= _FAR_UP
    return right_above or named


def is_of_another(row: ItemRow, day: Atom) -> bool:
    """Return whether the words beside a day say that it is no day of care."""
    at = row.atoms.index(day)
    runs = ([atom.text.strip(":") for atom in row.atoms[at - n : at]] for n in range(1, min(at, _LONGEST_LABEL) + 1))
    labels = [label for words in runs if (label := field_labels().find(words)) is not None]
    if labels and _DAYS_OF_PAPERS & set(labels[-1].fields):
        # "Invoice date" with its day in another column.
        return True
    before = [*_up_to_a_gutter([day, *row.atoms[:at][::-1]])]
    behind = _up_to_a_label([*_up_to_a_gutter([day, *row.atoms[at + 1 :]])])
    text = " ".join(atom.text for atom in (*before[:0:-1], *behind[1:]))
    return _OF_ANOTHER.search(text) is not None or ":" in text


def _up_to_a_label(atoms: Sequence[Atom]) -> Sequence[Atom]:
    """The atoms before one that a colon and its words make the label of something else: "Coverage:"."""
    labels = (i for i, atom in enumerate(atoms) if i and atom.text.endswith(":") and len(atom.text) > 1)
    at = next((i for i in labels if field_labels().find([atoms[i].text.strip(":")]) is not None), len(atoms))
    return atoms[:at]


def _up_to_a_gutter(atoms: Sequence[Atom]) -> Iterator[Atom]:
    """The atoms from the first on, until a wide blank parts one from the next."""
    yield atoms[0]
    for one, other in pairwise(atoms):
        if max(one.x0, other.x0) - min(one.x1, other.x1) > _GUTTER * one.tokens[0].box.height:
            return
        yield other


def _put_parts_of_steps(entries: Sequence[_Entry]) -> None:
    """Make payments of the entries with a day below what they add up to among what is taken off."""
    for step in _steps(entries)[1:-1]:
        for each in (entries[i] for i in parts_of_step([each.row for each in entries], step)):
            if days := _days(each.row):
                each.role, each.told = "payment", {"date": days[:1]}


def _put_payments(entries: Sequence[_Entry]) -> None:
    """Make payments of what is taken off on a day: beside it, on the row below it, or of the heading above.

    So is what a plan by its name took off right below services.
    """
    heading: tuple[Atom, ...] = ()
    summed = listed = dated = False
    for i, (each, below) in enumerate(pairwise([*entries, _Entry(row=_NOTHING)])):
        row = each.row
        if each.role in {"subtotal", "total"} or each.role is None and row.is_priced and each.amount > 0:
            # What is left, by whatever words, closes what stands below the day.
            summed, listed = True, False
        listed |= each.role == "service"
        dated |= each.role == "service" and "date" in each.told
        if row.is_day and row.amount is None and not (i and _is_caption(entries[i - 1].row)):
            heading, summed = _days(row), False
        if each.role is not None or not row.is_priced or each.amount >= 0:
            continue
        own = (row.day,) if row.day is not None else each.told.get("date", ())
        day = own or (_days(below.row) if below.row.is_day and _is_near(each, below.row) else ())
        day = day or (() if summed else heading)
        if day or listed and (names_who_paid(row.text) or dated and _YOU_PAID.match(row.text)):
            each.role, each.told = "payment", {"date": day} if day else {}


def _is_caption(row: ItemRow) -> bool:
    """True for a label by itself, above its value: "Bill date"."""
    plain = row.amount is None and row.day is None and not row.told
    return plain and field_labels().find([atom.text for atom in row.words]) is not None


_NOTHING = ItemRow(y=0.0, height=0.0, atoms=())


def _table_row(each: _Entry, names: Sequence[str]) -> TableRow:
    row = each.row
    amount = (row.amount,) if row.amount is not None else ()
    cells = {**each.told, "description": row.words, "charge": amount}
    own = tuple(tuple(cells.get(name, ())) for name in names)
    return TableRow(role=each.role or "summary", cells=own, y=row.y, height=row.height)
