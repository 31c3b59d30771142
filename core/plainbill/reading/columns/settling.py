"""What the columns of a table hold once their cells are known: what a head said is settled by what stands below it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from plainbill.reading.columns.allowances import with_allowances_taken_off
from plainbill.reading.columns.amount_pairs import named_in_pairs
from plainbill.reading.columns.amount_products import charge_by_size, roles_by_products
from plainbill.reading.columns.amount_roles import UNKNOWN, named_by_percent, named_by_sums
from plainbill.reading.columns.column import Column
from plainbill.reading.columns.joined_heads import amounts_left_open, heads_together
from plainbill.reading.columns.plan_prices import with_plan_prices
from plainbill.reading.columns.shared_prices import named_by_shares
from plainbill.reading.columns.sums_beside_charges import charges_beside_sums
from plainbill.reading.columns.value_columns import roles_by_values
from plainbill.reading.columns.wordy_columns import coded, described, words_apart
from plainbill.reading.heads.head_fields import AMOUNT_FIELDS
from plainbill.reading.rows.atoms import Atom, stands_for_nothing
from plainbill.reading.terms.codes import (
    known_codes,
    known_modifiers,
    parse_code,
    parse_codes,
    parse_reason,
    parse_revenue_code,
)

_OF_TIME = re.compile(r"(?:^|\d)(?:min(?:ute)?s?|hrs?|hours?)\.?$", re.IGNORECASE)
_LASTS = re.compile(r"^(?:days?|days? supply|time|min(?:ute)?s?|hours|hrs)\b\.?", re.IGNORECASE)
_MOSTLY = 0.6
# The group of an adjustment, also with a zero for its letter O.
_BEGINS_REASONS = re.compile(r"^(?:C[O0]|[O0]A|PR|PI|CR)\b", re.IGNORECASE)


def settled(columns: Sequence[Column], rows: Sequence[Sequence[list[Atom]]]) -> tuple[Column, ...]:
    """Choose for each column the field that its values bear out; `rows` are the cells of each row by column."""
    named = [
        replace(column, field=_field(column, [row[i] for row in rows if row[i]])) for i, column in enumerate(columns)
    ]
    named = with_plan_prices(amounts_left_open(heads_together(_one_count(named, rows), rows)), rows)
    named = _payments_beside_words(_codes_by_number(named, rows), rows)
    named = _one_code(_codes_beside(_paid_by_plan(_one_day(named, rows), rows), rows), rows)
    for i, role in roles_by_products([column.field for column in named], rows).items():
        named[i] = replace(named[i], field=role)
    heads = [" ".join(token.text for token in column.head.tokens) for column in named]
    for i, role in roles_by_values([_known_field(column) for column in named], heads, rows).items():
        named[i] = replace(named[i], field=role)
    summed = named_by_sums(_beside_reasons(described(coded(named, rows), rows), rows), rows)
    # Once the charges are known, sums may tell more.
    charged = charges_beside_sums([*_one_charge(summed, rows)], rows)
    summed = named_in_pairs(named_by_shares(named_by_sums(charged, rows), rows), rows)
    found = words_apart(with_allowances_taken_off(named_by_percent(summed, rows), rows), rows)
    return _worded_instead(found, rows)


def _worded_instead(columns: Sequence[Column], rows: Sequence[Sequence[Sequence[Atom]]]) -> tuple[Column, ...]:
    """The columns, one whose head speaks of amounts the words of the services where no other has them.

    "What was billed" over what was done, beside "Their charge".
    """
    worded = [
        i
        for i, column in enumerate(columns)
        if column.field.startswith("empty:")
        and (cells := [row[i] for row in rows if row[i]])
        and sum(any(_WORD.match(atom.text) for atom in cell) for cell in cells) >= _MOSTLY * len(cells)
    ]
    if len(worded) != 1 or any(column.field == "description" for column in columns):
        return tuple(columns)
    return tuple(replace(column, field="description") if i in worded else column for i, column in enumerate(columns))


_WORD = re.compile(r"^[A-Za-z]{3,}")


def _known_field(column: Column) -> str:
    """The field of a column, empty where its head says words and its values are none: "Tests" over counts."""
    return "" if column.field == "item" and column.head.fields[:1] == ("description",) else column.field


_BOOKED = re.compile(r"\b(?:post(?:ed|ing)?|entry|entered|process(?:ed|ing)?|paid|received)\b", re.IGNORECASE)

# A number in a column of its own before all others is that of the row; between others three may count by chance.
_FEWEST_NUMBERED, _FEWEST_NUMBERED_FIRST = 4, 3

_NUMBERS = re.compile(r"^(?:no|nr|num|number|line|item)?[.:#]*$", re.IGNORECASE)

_DECIDED = frozenset({"allowed", "deductible", "not_covered"})


def _payments_beside_words(columns: list[Column], rows: Sequence[Sequence[Sequence[Atom]]]) -> list[Column]:
    """Where another column has the words, "Payments" over no word of its own heads the amounts of the rows that pay."""
    worded = any(column.field == "description" and "payment" not in column.head.fields for column in columns)
    return [
        replace(column, field="payment")
        if worded
        and column.field == "description"
        and "payment" in column.head.fields
        and not any(mark.isalpha() for row in rows for atom in row[i] for mark in atom.text)
        else column
        for i, column in enumerate(columns)
    ]


def _paid_by_plan(columns: list[Column], rows: Sequence[Sequence[Sequence[Atom]]]) -> list[Column]:
    """Beside what a plan decided, a column of payments that holds amounts alone is what the plan paid."""
    fields = [column.field for column in columns]
    if not _DECIDED & set(fields) or "plan_paid" in fields:
        return columns
    for i, column in enumerate(columns):
        cells = [row[i] for row in rows if row[i]]
        filled = bool(cells) and all(atom.kind in {"money", "dash"} for cell in cells for atom in cell)
        if column.field in {"description", "item"} and "plan_paid" in column.head.fields and filled:
            columns[i] = replace(column, field="plan_paid")
            break
    return columns


def _one_count(columns: list[Column], rows: Sequence[Sequence[Sequence[Atom]]]) -> list[Column]:
    """How many days or minutes something lasts is no count of it where each row prints that in a column of its own."""
    numbered = [
        i
        for i, column in enumerate(columns)
        if column.field == "units" and _may_number(column) and _count_up((row[i] for row in rows), first=i == 0)
    ]
    columns = [replace(column, field="ignore") if i in numbered else column for i, column in enumerate(columns)]
    counts = [i for i, column in enumerate(columns) if column.field == "units"]
    lasting = [i for i in counts if _LASTS.match(" ".join(token.text for token in columns[i].head.tokens))]
    counted = [i for i in counts if i not in lasting]
    if not any(all(row[i] or not row[j] for row in rows for j in lasting) for i in counted):
        return columns
    return [replace(column, field="ignore") if i in lasting else column for i, column in enumerate(columns)]


def _may_number(column: Column) -> bool:
    """True for a head that may number the rows: "No.", "#", or none; "Units" and "Qty" count."""
    return all(_NUMBERS.match(token.text) for token in column.head.tokens)


def _count_up(cells: Iterable[Sequence[Atom]], *, first: bool) -> bool:
    """True where the rows are numbered from one on: a column "No." may hold that, `first` where it is the first."""
    texts = [cell[0].text.strip(".") for cell in cells if cell]
    return len(texts) >= (_FEWEST_NUMBERED_FIRST if first else _FEWEST_NUMBERED) and texts == [
        str(number) for number in range(1, len(texts) + 1)
    ]


def _one_day(columns: list[Column], rows: Sequence[Sequence[Sequence[Atom]]]) -> list[Column]:
    """A column that only its values make one of dates gives way to the one whose head says so.

    The day on which something was entered into the books is not that of the service.
    """
    days = [i for i, column in enumerate(columns) if column.field == "date"]
    booked = [i for i in days if _BOOKED.search(" ".join(token.text for token in columns[i].head.tokens))]
    if len(booked) < len(days):
        columns = [replace(column, field="ignore") if i in booked else column for i, column in enumerate(columns)]
    named = any(
        column.field == "date" and "date" in column.head.fields and any(atom.date for row in rows for atom in row[i])
        for i, column in enumerate(columns)
    )
    return [
        replace(column, field="") if named and column.field == "date" and "date" not in column.head.fields else column
        for column in columns
    ]


def _codes_by_number(columns: list[Column], rows: Sequence[Sequence[Sequence[Atom]]]) -> list[Column]:
    """Under "SKU" or "Item #" an invoice may print the procedure codes, where no column is named for them.

    So they stand under "Modifiers", the lower half of a head whose upper one was read as something else, and under
    "Tooth / code" of a dental plan.
    """
    if any(column.field == "code" for column in columns):
        return columns
    for i, column in enumerate(columns):
        if column.field not in {"item", "", "modifiers", "tooth"}:
            continue
        cells = [row[i] for row in rows if row[i]]
        known = sum(cell[0].text.strip("(),")[:5] in known_codes() for cell in cells)
        if _hold_codes(cells) and known >= _MOSTLY * len(cells):
            columns[i] = replace(column, field="code")
            break
    return columns


def _codes_beside(columns: list[Column], rows: Sequence[Sequence[Sequence[Atom]]]) -> list[Column]:
    """Codes beside an empty column of codes are its own: they stand before or behind its head."""
    for i, column in enumerate(columns):
        if column.field != "code" or any(row[i] for row in rows):
            continue
        for j in (i - 1, i + 1):
            beside = columns[j] if 0 <= j < len(columns) else column
            if beside.field in {"item", "", "modifiers"} and _hold_codes([row[j] for row in rows if row[j]]):
                columns[j], columns[i] = replace(beside, field="code"), replace(column, field="")
    return columns


def _one_code(columns: list[Column], rows: Sequence[Sequence[Sequence[Atom]]]) -> list[Column]:
    """Beside the codes of services, a column of "codes" that are none of them holds those of notes."""
    named = [i for i, column in enumerate(columns) if column.field == "code"]
    held = {i: [_begins_with_code(row[i]) for row in rows if row[i]] for i in named}
    if any(any(held[i]) for i in named):
        for i in named:
            if held[i] and not any(held[i]):
                columns[i] = replace(columns[i], field="remark")
    return columns


def _beside_reasons(columns: list[Column], rows: Sequence[Sequence[Sequence[Atom]]]) -> list[Column]:
    """A column of reason codes (CO-45) by whatever head; the amount right behind is what they take off."""
    charges = sum(column.field == "charge" for column in columns)
    for i, column in enumerate(columns):
        if column.field not in {"", "remark", "code"}:
            continue
        cells = [row[i] for row in rows if row[i]]
        coded = sum(parse_reason(" ".join(atom.text for atom in cell)) is not None for cell in cells)
        if not cells or coded < _MOSTLY * len(cells):
            continue
        columns[i] = replace(column, field="remark")
        behind = columns[i + 1] if i + 1 < len(columns) else None
        if behind is None or not (behind.field in _UNSURE or behind.field == "charge" and charges > 1):
            continue
        paid = sum(any(atom.kind == "money" for atom in row[i + 1]) for row in rows if row[i])
        if paid >= _MOSTLY * len(cells):
            columns[i + 1] = replace(behind, field="adjustment")
    return columns


_UNSURE = frozenset({"", "remark", UNKNOWN})

_MAY_HOLD_AMOUNTS = frozenset({"units", "ignore", "percent", "remark", "description"})


def _field(column: Column, cells: Sequence[Sequence[Atom]]) -> str:
    fields = column.head.fields
    if fields[:1] == ("date",):
        # Where a day is printed once for a claim, most of what stands below it may be rows of reasons.
        cells = [cell for cell in cells if not _BEGINS_REASONS.match(cell[0].text)]
    amounts = sum(any(atom.kind == "money" for atom in cell) for cell in cells)
    dates = sum(any(atom.kind == "date" for atom in cell) for cell in cells)
    codes = sum(_begins_with_code(cell) for cell in cells)
    some = max(1, (len(cells) + 1) // 2)
    days = sum(cell[0].kind == "date" for cell in cells)
    if fields[:1] == ("item",) and days > 0.5 * sum(
        any(mark.isdigit() for a in cell for mark in a.text) for cell in cells
    ):
        # "Visit" over days; words there run across from the labels of sums and payments.
        return "date"
    if not amounts and days > 0.5 * len(cells) and "date" not in fields and (not fields or fields[0] == "description"):
        return "date"
    if not amounts and _hold_codes(cells) and (not fields or fields[0] in AMOUNT_FIELDS | {"revenue_code"}):
        return "code"
    if not fields:
        return UNKNOWN if cells and amounts >= some else ""
    first = fields[0]
    if first == "time" and "units" in fields and cells and not any(":" in a.text for cell in cells for a in cell):
        # "Times" counts, "time" tells the hour, or how long it took: 118 minutes are no 118 services.
        return "ignore" if any(_OF_TIME.search(a.text) for cell in cells for a in cell) else "units"
    # "Approved" heads amounts, and also decisions.
    other = next((field for field in fields if field not in AMOUNT_FIELDS), None)
    # Below an amount its reason may stand.
    held = [cell for cell in cells if not _BEGINS_REASONS.match(cell[0].text)]
    if first in AMOUNT_FIELDS and other is not None and 0 < 2 * amounts <= len(held):
        return other
    if first in AMOUNT_FIELDS and cells and all(stands_for_nothing(atom) for cell in cells for atom in cell):
        return first
    if first in AMOUNT_FIELDS and cells and not amounts:
        return other or _by_words(first, dates >= some)
    if first == "code" and all(_begins_with_code(cell) for cell in cells):
        # A comma before a modifier that was read as a point: "99284.25".
        return "code"
    if "adjustment" in fields and cells and all([atom.kind for atom in cell] == ["money"] for cell in cells):
        # "RC-Amt" with nothing but the amounts: the reasons have a column of their own.
        return "adjustment"
    if first not in AMOUNT_FIELDS and amounts >= some and first not in _MAY_HOLD_AMOUNTS:
        return next((field for field in fields if field in AMOUNT_FIELDS), UNKNOWN)
    if first == "revenue_code" and cells and not any(mark.isdigit() for cell in cells for mark in cell[0].text):
        # A summary names its revenue centers in words.
        return "description"
    if "description" in fields and cells and all(_is_modifier(cell) for cell in cells):
        return "modifiers"
    if first == "code" and cells and all(_is_of_a_department(cell) or _begins_with_code(cell) for cell in cells):
        # "0274/L3908LT" between goods that have the code of their department alone.
        return "code"
    worded = any(mark.isalpha() for cell in cells for atom in cell for mark in atom.text)
    if first == "code" and worded and codes < 0.3 * len(cells) and "description" in fields:
        return "description"
    if first == "description" and cells and not any(mark.isalpha() for cell in cells for a in cell for mark in a.text):
        return "item"
    if first == "units" and _are_numbers(cells):
        return "item"
    if first == "code" and len(cells) > 1 and codes < 0.5 * len(cells) and _are_numbers(cells):
        return "item"
    if (
        first == "description"
        and "code" in fields
        and cells
        and codes >= some
        and all(len(cell) <= 2 for cell in cells)
    ):
        return "code"
    return first


def _is_modifier(cell: Sequence[Atom]) -> bool:
    return known_modifiers().issuperset(atom.text for atom in cell)


def _is_of_a_department(cell: Sequence[Atom]) -> bool:
    """True for a revenue code with its leading zero, alone or before a procedure code."""
    first = cell[0].text.partition("/")[0]
    return first.startswith("0") and parse_revenue_code(first) is not None


def _begins_with_code(cell: Sequence[Atom]) -> bool:
    """True for a code, alone or behind the name of its set: "HC: 99213"."""
    labeled = cell[0].text.endswith(":") and len(cell) > 1
    return parse_code(f"{cell[0].text} {cell[1].text}" if labeled else cell[0].text) is not None


def _hold_codes(cells: Sequence[Sequence[Atom]]) -> bool:
    """True where most cells print a procedure code, with a revenue code or modifiers beside it or not."""
    held = sum(parse_codes(" ".join(atom.text for atom in cell))[1] is not None for cell in cells)
    return held > 0 and held >= _MOSTLY * len(cells)


def _are_numbers(cells: Sequence[Sequence[Atom]]) -> bool:
    """True where most cells hold a number too long for a procedure code or a count: the hospital's own."""
    return bool(cells) and sum(cell[0].text.isdigit() and len(cell[0].text) > 5 for cell in cells) > 0.5 * len(cells)


def _by_words(field: str, dated: bool) -> str:
    """What a column is whose head names amounts and that holds none; one of payments holds the words for them."""
    if dated:
        return "date"
    return "description" if field == "payment" else "empty:" + field


def _one_charge(columns: list[Column], rows: Sequence[Sequence[Sequence[Atom]]]) -> tuple[Column, ...]:
    for i, role in charge_by_size([column.field for column in columns], rows).items():
        columns[i] = replace(columns[i], field=role)
    return tuple(columns)
