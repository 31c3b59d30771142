"""Rows of a table to services and payments: words on rows of their own find the service they belong to."""

import re
import statistics
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.heads.head_fields import AMOUNT_FIELDS
from plainbill.reading.rows.atoms import Atom, is_open
from plainbill.reading.rows.reasons import is_reason_row, names_before_reasons, reason_at
from plainbill.reading.tables.broken_numbers import rest_of_number
from plainbill.reading.tables.clinician_rows import head_groups
from plainbill.reading.tables.closing_words import closing_words
from plainbill.reading.tables.days import days_of_visits, stand_below
from plainbill.reading.tables.joined_rows import joined_rows
from plainbill.reading.tables.listed_payments import with_listed_payments
from plainbill.reading.tables.row_roles import gives_reason, is_code_beside_a_reason
from plainbill.reading.tables.rows_in_blocks import rows_below_services
from plainbill.reading.tables.sections import has_sections, section_code
from plainbill.reading.tables.words_below import fewest_below, service_above
from plainbill.reading.terms.codes import known_modifiers, parse_code, parse_revenue_code
from plainbill.reading.terms.running_text import speaks_to_the_reader
from plainbill.reading.terms.wording import (
    ends_in_number,
    heads_a_claim,
    is_department,
    is_detail,
    names_a_claim_last,
    opens_a_visit,
    says_where_it_stands,
)

_DEPARTMENT = re.compile(
    r"""\b(?:laboratory|pharmacy|radiology|imaging|emergency|room|supplies|services|surgery|anesthesia|therapy|respiratory|
    cardiology|recovery|observation|department|dept|physician|professional|hospital|visit|ekg|ecg|diagnostic|drugs|implants?)\b""",
    re.IGNORECASE | re.VERBOSE,
)
# Wrapped print stands closer to what it carries on than the next entry does, by this factor.
_CLEARLY_NEARER = 0.8
_SAME_PITCH = 0.25
# And no further below it, in heights of print.
_WRAPPED = 1.8
_LONGEST_HEADING, _LONGEST_OPENING = 12, 6
# Entries of one list follow each other within so many heights.
_NEXT_ENTRY = 2.5
_LONGEST_DETAIL, _LONGEST_STRAY = 24, 12
_FEWEST_OF_A_SENTENCE = 5
_FEWEST_LED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One service or payment: its own row, the rows of words that belong to it, and the heading rows above it."""

    row: TableRow
    words: tuple[TableRow, ...] = ()
    headings: tuple[TableRow, ...] = ()


def entries_of(table: Table) -> tuple[Entry, ...]:
    """Return the services and payments of a table in reading order."""
    rows = with_listed_payments(table, joined_rows(table))
    owners = _owners(table, rows)
    owned: defaultdict[int | None, list[TableRow]] = defaultdict(list)
    for owner, row in zip(owners, rows, strict=True):
        owned[owner].append(row)
    entries: list[Entry] = []
    headings: list[TableRow] = []
    for i, row in enumerate(rows):
        if row.role == "day" or row.role == "words" and owners[i] is None:
            headings.append(row)
        if row.role not in {"service", "payment"}:
            continue
        entries.append(Entry(row=row, words=tuple(owned[i]), headings=tuple(headings)))
    return tuple(entries)


def _owners(table: Table, rows: Sequence[TableRow]) -> list[int | None]:
    """For each row of words the index of the service it belongs to, None where it heads what follows."""
    owners: list[int | None] = [None] * len(rows)
    hanging, sections = _hangs(table, rows), has_sections(rows)
    led = _are_led(table, rows, -1)
    followed = fewest_below(rows) if not led and _are_led(table, rows, 1) else 0
    days = days_of_visits(rows, is_dated="date" in table.fields)
    days_below = stand_below(rows, days)
    heads, blocks = head_groups(rows), rows_below_services(table, rows)
    for i, row in enumerate(rows[: closing_words(rows)]):
        if i in blocks:
            owners[i] = blocks[i]
            continue
        if table.is_claim_form and row.role == "words":
            # The shaded half of a line, with the drug, stands above what it belongs to.
            owners[i] = _neighbor(rows, i, 1)
            continue
        if led and row.role == "words" and i + 1 < len(rows) and rows[i + 1].role == "service":
            owners[i] = i + 1
            continue
        if (owner := service_above(rows, i, followed)) is not None:
            owners[i] = owner
            continue
        if days_below and row.y in days:
            owners[i] = _neighbor(rows, i, -1)
            continue
        if row.role != "words" or row.y in heads or (sections and section_code(row) is not None):
            continue
        before, after = _neighbor(rows, i, -1), _neighbor(rows, i, 1)
        begins = hanging and after is not None and not is_department(row.text) and _start_above(rows, after) <= i
        owners[i] = _owner(table, rows, i, before, after, begins_below=begins)
    return owners


def _start_above(rows: Sequence[TableRow], service: int) -> int:
    """The first of the rows of words above a service that stand apart from what is printed above them."""
    first = service
    while first and rows[first - 1].role == "words" and rows[first].y - rows[first - 1].y < 1.8 * rows[first].height:
        first -= 1
    steps = [(rows[j].y - rows[j - 1].y if j else float("inf"), j) for j in range(first, service + 1)]
    widest, start = max(steps)
    others = [step for step, j in steps if j != start]
    return start if all(step < _CLEARLY_NEARER * widest for step in others) else service


def _hangs(table: Table, rows: Sequence[TableRow]) -> bool:
    """True where services begin on the rows above their amounts: there words go on in small letters, else nowhere."""
    services = [i for i, row in enumerate(rows) if row.role == "service" and _words_of(table, row)]
    begun = {i for i in services if _start_above(rows, i) < i}
    small = {i for i in services if _words_of(table, rows[i])[0].text[:1].islower()}
    return bool(small) and small <= begun and 2 * len(small) >= len(begun)


def _are_led(table: Table, rows: Sequence[TableRow], side: int) -> bool:
    """True where no words of a service say what was done, and words stand on that side of every service alone."""
    services = [i for i, row in enumerate(rows) if row.role == "service"]
    said = any(table.cell(rows[i], "description", "code", "revenue_code", "item") for i in services)
    # A code beside the amounts, or a number of the laboratory's own, says it in no words.
    worded = any(_has_words(table, rows[i]) for i in services)
    if len(services) < _FEWEST_LED or said and worded:
        return False
    beside = [rows[i + side] for i in services if 0 <= i + side < len(rows)]
    reasoned = side < 0 and any(reason_at(row.atoms) is not None for row in beside)
    if reasoned or said and any(ends_in_number(row.text.split()) for row in beside):
        return False
    roles = ["", *(row.role for row in rows), ""]
    beyond = services[0] if side > 0 else services[-1] + 2
    return all(roles[i + 1 + side] == "words" for i in services) and roles[beyond] != "words"


def _has_words(table: Table, row: TableRow) -> bool:
    """True where a word of what was done stands in the row itself, also right of a number of the hospital's own."""
    cells = (*table.cell(row, "description"), *table.cell(row, "item"))
    return any(mark.isalpha() for atom in cells for mark in atom.text)


def _neighbor(rows: Sequence[TableRow], i: int, step: int) -> int | None:
    """The next service or payment in one direction with nothing but words between."""
    j = i + step
    while 0 <= j < len(rows) and rows[j].role == "words":
        j += step
    return j if 0 <= j < len(rows) and rows[j].role in {"service", "payment"} else None


def _heads_payments(rows: Sequence[TableRow], i: int) -> bool:
    """True for "What your insurance did" between the services and what was paid for them."""
    below = rows[i + 1].role if i + 1 < len(rows) else ""
    return below in {"payment", "summary"} and _OF_PAYMENTS.search(rows[i].text) is not None


_OF_PAYMENTS = re.compile(
    r"^(?:what|how) (?:your|the|my) (?:insur|plan)"
    r"|^(?:insurance |your |plan )?payments (?:and|&) (?:adjustments|credits):?$",
    re.IGNORECASE,
)


def _owner(
    table: Table, rows: Sequence[TableRow], i: int, before: int | None, after: int | None, *, begins_below: bool
) -> int | None:
    """The service before or after row `i` that its words belong to.

    `begins_below`: where services begin above their amounts, the words would begin the one after.
    """
    row = rows[i]
    if opens_a_visit(row.text) and len(row.atoms) <= _LONGEST_HEADING or _opens_a_claim(rows, row):
        return None
    if table.is_stacked:
        return before
    if before == i - 1 and ")" in row.text and is_open(_words_of(table, rows[i - 1])):
        # "Life support 2 (A0433-" over "SH)".
        return before
    if _heads_payments(rows, i):
        return None
    if _is_sentence_across(table, row) or says_where_it_stands(row.text):
        return None
    if _is_told(rows, i) and not is_reason_row(row.atoms):
        return None
    if before is not None and len(row.atoms) <= _LONGEST_DETAIL and _adds(table, row):
        return before
    near = row.y - rows[i - 1].y < _NEXT_ENTRY * row.height
    if before is not None and (
        near and _is_its_code(table, row, rows[before]) or rest_of_number(table, rows[before], row)
    ):
        return before
    if before is not None and any(_is_told(rows, j) for j in range(before + 1, i)):
        # What stands below a sentence to the reader goes on with no service.
        before = None
    if not _in_words_column(table, row):
        return before if before is not None and is_detail(row.text) and len(row.atoms) <= _LONGEST_STRAY else None
    if begins_below:
        return after
    above = row.y - rows[i - 1].y if i else float("inf")
    below = rows[i + 1].y - row.y if i + 1 < len(rows) else float("inf")
    if before is not None and not table.head and not _words_of(table, rows[before]) and _ends_in_words(table, rows):
        return before
    if after is not None and not _words_of(table, rows[after]) and below <= above:
        return after
    if before is None or _carries_on(row) or is_detail(row.text):
        return before
    detailed = i + 1 < len(rows) and rows[i + 1].role == "words" and is_detail(rows[i + 1].text)
    if above < _WRAPPED * row.height and detailed and not is_detail(rows[i - 1].text):
        # No heading stands above the diagnoses or modifiers of a service.
        return before
    if is_department(row.text) and not _lists_departments(table, rows):
        # A heading stands no closer to the service above than to those that it heads.
        wrapped = above < _CLEARLY_NEARER * below < float("inf") and above < _WRAPPED * row.height
        return before if wrapped or _amid_words(rows, i) or _names_departments_by_code(table, rows) else None
    if _is_inset(table):
        return before
    if above < _CLEARLY_NEARER * below and above < _WRAPPED * row.height:
        return before
    if below < _CLEARLY_NEARER * above:
        return None
    shouted = " ".join(atom.text for atom in _words_of(table, rows[before])).isupper()
    if not (shouted and row.text.isupper()) and _looks_like_heading(table, rows, row):
        return None
    return before if _was_full(table, rows, i) else None


def _is_told(rows: Sequence[TableRow], i: int) -> bool:
    """True for a sentence to the reader, also on the row that it wraps to."""
    text = rows[i].text
    wrapped = i > 0 and rows[i - 1].role == "words" and text[:1].islower() and text.endswith(".")
    return speaks_to_the_reader(text) or wrapped and _is_told(rows, i - 1)


def _ends_in_words(table: Table, rows: Sequence[TableRow]) -> bool:
    """True where words stand below the last service: they stand below each."""
    last = max((i for i, row in enumerate(rows) if row.role == "service"), default=len(rows))
    return last + 1 < len(rows) and rows[last + 1].role == "words" and _in_words_column(table, rows[last + 1])


def _is_sentence_across(table: Table, row: TableRow) -> bool:
    """True for a whole sentence over several columns: it says something of the paper, and names no service."""
    words = row.text.split()
    filled = {column.field for column, cell in zip(table.columns, row.cells, strict=True) if cell}
    if len(words) < _FEWEST_OF_A_SENTENCE or len(filled) < 2 or "remark" in filled:
        return False
    return words[-1].endswith((".", "!")) and row.text[:1].isupper()


def _names_departments_by_code(table: Table, rows: Sequence[TableRow]) -> bool:
    """True where every service prints a revenue code left of its words: none needs a heading for its department."""
    return _is_inset(table) and all(table.cell(row, "revenue_code") for row in rows if row.role == "service")


def _lists_departments(table: Table, rows: Sequence[TableRow]) -> bool:
    """True where the services themselves are departments, as on a hospital's summary: none of them heads the others."""
    named = [" ".join(atom.text for atom in _words_of(table, row)) for row in rows if row.role == "service"]
    return 2 * sum(map(is_department, named)) >= len(named)


def _amid_words(rows: Sequence[TableRow], i: int) -> bool:
    """True where words go on below as closely as they follow what stands above: "ALS1 / EMERGENCY / BASE"."""
    if i == len(rows) - 1:
        # What heads nothing is no heading.
        return True
    if rows[i + 1].role != "words" or is_detail(rows[i + 1].text):
        return False
    above, below = rows[i].y - rows[i - 1].y, rows[i + 1].y - rows[i].y
    return abs(above - below) < _SAME_PITCH * rows[i].height


def _opens_a_claim(rows: Sequence[TableRow], row: TableRow) -> bool:
    """True for the row of a claim's number, also where only its form tells: as another one begins and ends."""
    if heads_a_claim(row.text) or names_a_claim_last(row.text):
        return True
    if not 1 < len(row.atoms) <= _LONGEST_OPENING or not ends_in_number([atom.text for atom in row.atoms]):
        return False
    openings = [other for other in rows if other.role == "words" and heads_a_claim(other.text)]
    return any(abs(other.atoms[0].x0 - row.atoms[0].x0) < row.height for other in openings)


def _adds(table: Table, row: TableRow) -> bool:
    """True where a row says more of the service above: its reasons, modifiers, remarks."""
    reasoned = is_reason_row(row.atoms) or names_before_reasons(row.atoms)
    coded = is_code_beside_a_reason(table.columns, row.cells)
    modified = all(atom.text in known_modifiers() for atom in row.atoms) and table.cell(row, "code") == row.atoms
    return is_detail(row.text) or reasoned or coded or modified or gives_reason(table.columns, row.cells)


def _is_its_code(table: Table, row: TableRow, service: TableRow) -> bool:
    """True where a row is a code, or ends in one in parentheses, and the service above it has none of its own."""
    cell = table.cell(service, "code")
    if cell and parse_revenue_code(cell[0].text) is None:
        return False
    enclosed = any(atom.text.startswith("(") and parse_code(atom.text) is not None for atom in service.atoms)
    last = row.atoms[-1].text
    if parse_code(row.text) is not None:
        return True
    if parse_code(row.atoms[0].text) is not None and is_detail(" ".join(atom.text for atom in row.atoms[1:])):
        return True
    return last.startswith("(") and parse_code(last) is not None and not enclosed


def _in_words_column(table: Table, row: TableRow) -> bool:
    """True where the words stand under the descriptions (or under remarks or names), not across the table."""
    filled = [i for i, cell in enumerate(row.cells) if cell]
    fields = {table.columns[i].field for i in filled}
    begun = "date" in fields and fields <= {"date", "description"} and _days_begin_the_words(table, filled[0], row)
    if begun and not any(atom.date for atom in row.atoms):
        return True
    if not fields & {"description", "remark", "provider", "code", "diagnosis", "modifiers", "ndc", "place"}:
        return False
    left = _left_edge(table)
    first = row.atoms[0]
    described = [i for i in filled if table.columns[i].field == "description"]
    if described and min(filled) == described[0]:
        return left is None or first.x0 > left - 1.2 * row.height
    # A detail that starts under the descriptions may run on into the columns beside it.
    return fields <= {"description", "remark", "provider", "code", "diagnosis", "modifiers", "ndc", "place"}


def _days_begin_the_words(table: Table, i: int, row: TableRow) -> bool:
    """True where one head stands over the days and the words behind them, which go on below the days."""
    head, behind = table.columns[i].head, table.columns[i + 1 : i + 2]
    same = any(column.head.tokens == head.tokens and column.field == "description" for column in behind)
    # Both may stand in one column as well.
    return bool(head.tokens) and (same or "description" in head.fields and row.text[:1].islower())


def _left_edge(table: Table) -> float | None:
    """Where the words of services begin, in the first column of words that a row fills."""
    cells = (table.cell(row, "description") for row in table.rows if row.role == "service")
    starts = [cell[0].x0 for cell in cells if cell]
    return statistics.median(starts) if starts else None


def _is_inset(table: Table) -> bool:
    """True where other columns stand left of the descriptions: a heading would begin there."""
    first = next((i for i, column in enumerate(table.columns) if column.field == "description"), 0)
    return any(row.cells[i] for i in range(first) for row in table.rows if row.role == "service")


def _words_of(table: Table, row: TableRow) -> tuple[Atom, ...]:
    return tuple(atom for atom in table.cell(row, "description") or table.cell(row, "date") if atom.kind == "text")


def _carries_on(row: TableRow) -> bool:
    text = row.atoms[0].text
    return text[:1].islower() or text.startswith(("(", "&", "/", "+"))


def _looks_like_heading(table: Table, rows: Sequence[TableRow], row: TableRow) -> bool:
    text = row.text
    if text.endswith(":"):
        return True
    described = [" ".join(a.text for a in _words_of(table, other)) for other in rows if other.role == "service"]
    shouted = sum(words.isupper() for words in described if words)
    if text.isupper() and shouted < 0.3 * max(1, len(described)):
        return True
    return len(row.atoms) <= 4 and _DEPARTMENT.search(text) is not None and not _ends_open(described)


def _ends_open(described: Sequence[str]) -> bool:
    return any(words.endswith((",", "-", " and", " of", " with", " for", " the")) for words in described)


def _was_full(table: Table, rows: Sequence[TableRow], i: int) -> bool:
    """True where the first word would not have fitted behind the row above."""
    rights = _ends(table, [row for row in rows if row.role in {"service", "payment", "words"}])
    above = _ends(table, [rows[i - 1]])
    first = rows[i].atoms[0]
    return bool(rights and above) and above[0] + (first.x1 - first.x0) > max(rights) - 0.3 * rows[i].height


def _ends(table: Table, rows: Sequence[TableRow]) -> list[float]:
    """Where the words of each row end."""
    places = [i for i, column in enumerate(table.columns) if column.field == "description"]
    return [row.cells[i][-1].x1 for row in rows for i in places if row.cells[i]]


def amounts_of(table: Table, row: TableRow) -> dict[str, Atom]:
    """The amount of the row in each column of amounts; the last one where heads repeat."""
    found: dict[str, Atom] = {}
    for column, cell in zip(table.columns, row.cells, strict=True):
        for atom in cell:
            if atom.kind == "money" and column.field in AMOUNT_FIELDS | {"unknown_amount"}:
                found[column.field] = atom
    return found
