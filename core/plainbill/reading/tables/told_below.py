"""A row below each service that says when it was done, by which code and how often: "Mar 3, 2026 · CPT 99213 · Qty: 1".

Portals print it in small type. Nothing but days, codes, diagnoses, counts, the price of one and their labels stands in
such a row.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile, zip_longest

from plainbill.reading.columns.column import placeless
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.labels.name_blocks import is_clinician
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.tables.clinician_rows import OF_A_NAME, named_on, says_by_whom
from plainbill.reading.terms.codes import (
    is_key_of_a_note,
    known_codes,
    known_modifiers,
    parse_code,
    parse_diagnosis,
    parse_modifiers,
    parse_ndc,
    parse_revenue_code,
    parse_times,
    with_its_letter,
)
from plainbill.reading.terms.money import parse_money
from plainbill.reading.terms.supplies import says_how_long
from plainbill.reading.terms.vocabulary import header_words

_FIELDS = ("date", "code", "modifiers", "revenue_code", "ndc", "diagnosis", "time", "units", "unit_price", "remark")
# One row alone may be anything; and most services have one.
_FEWEST, _MOSTLY = 2, 0.6
# A code by itself below a service is read elsewhere.
_FEWEST_PARTS = 2
_LONGEST_LABEL = 3
_COUNT = re.compile(r"^-?\d{1,4}(?:\.\d{1,2})?$")
# "2 x $62.00": how often, and what each costs.
_TIMES = re.compile(r"^(?P<count>-?\d{1,4}(?:\.\d{1,2})?)?\s*[x\u00d7@]$", re.IGNORECASE)
# Whatever it is that is counted, the sign behind it and the price say so: "1 day @ $165.00".
_UNITS = re.compile(r"^[a-z]{1,9}\.?$", re.IGNORECASE)
_SIGNS_OF_A_COUNT = ("x", "X", "\u00d7", "@")
# "\u00d7" before "4 units"; words before a diagnosis that no head of a column holds.
_SIGN = re.compile(r"^[x\u00d7]$", re.IGNORECASE)
_REASON = re.compile(r"^(?:for|treating|reason):?$", re.IGNORECASE)
_FIELD_OF_MEDICINE = re.compile(r"(?:ology|iatry|iatrics|opedics|surgery|medicine)$", re.IGNORECASE)
# Part of a name has letters, and no figures: those of a diagnosis before it are its own.
_NAME = re.compile(r"(?=.*[^\W_])[^\d\u00b7|]+")
_UP_TO = re.compile(r"^(?:to|thru|through|until|[-\u2013])$", re.IGNORECASE)
_CLOCK = re.compile(r"^\d{1,2}:\d{2}(?:\s?[-\u2013]\s?\d{1,2}:\d{2})?$")
# A dot between code and count that a reader saw as a point: "99213.2 x".
_CODE_AND_COUNT = re.compile(r"^(?P<code>[A-Z]\d{4}|\d{5})[.\u00b7](?P<count>\d{1,4}[x\u00d7@]?)$", re.IGNORECASE)
# A drug code whose label a reader left no blank behind.
_GLUED_DRUG = re.compile(r"^NDC[:#]?(?=\d)", re.IGNORECASE)

_RECEIVED = re.compile(
    r"\b(?:paid|payments?|pmts?|pymts?|received|refund\w*|write-?\s?offs?|co-?pay\w*|contractual)\b", re.IGNORECASE
)

_Told = Mapping[str, tuple[Atom, ...]]


def is_told(atoms: Sequence[Atom]) -> bool:
    """Return whether the words of a row say but when a service was done, by which code and how often."""
    return len(told_in(atoms)) >= _FEWEST_PARTS


def without_unit_price(atoms: Sequence[Atom]) -> tuple[Atom, ...]:
    """Return the atoms of such a row with the price of one as mere words: it is no amount of a column."""
    priced = any(atom.text.endswith(_SIGNS_OF_A_COUNT) for atom in atoms)
    if not priced or not any(atom.money is not None for atom in atoms) or "unit_price" not in told_in(atoms):
        return tuple(atoms)
    return tuple(replace(atom, kind="text", money=None) if atom.money is not None else atom for atom in atoms)


def with_coded_rows(rows: Sequence[TableRow]) -> list[TableRow]:
    """Return the rows, what by its words is a payment as a service where its code stands on the row below it.

    What takes off or was received may name the code that it is for.
    """
    return [
        replace(row, role="service") if after is not None and _may_be_charged(row) and _is_coded(after) else row
        for row, after in zip_longest(rows, rows[1:])
    ]


def _may_be_charged(row: TableRow) -> bool:
    """True for a payment by words that services have too, such as "adjustment" or "check"."""
    off = any(atom.money is not None and atom.money < 0 for atom in row.atoms)
    return row.role == "payment" and not off and _RECEIVED.search(row.text) is None


def _is_coded(row: TableRow) -> bool:
    """True where a row of words names a code that is known or labeled, and what else such rows say."""
    code = told_in(row.atoms).get("code", ()) if row.role == "words" else ()
    printed = parse_code(code[0].text) if code else None
    return printed is not None and (printed.code in known_codes() or _label_at(row.atoms, 0)[0] == "code")


def with_rows_below(table: Table) -> Table:
    """Return the table with what such rows say in columns of its own; as it is where few services have one.

    A count and a price that make the charge right above them bear each other out, however few do.
    """
    told: dict[float, _Told] = {}
    below: set[int] = set()
    sure: set[int] = set()
    services = [i for i, row in enumerate(table.rows) if row.role == "service"]
    for i in services:
        row = table.rows[i + 1] if i + 1 < len(table.rows) else None
        if row is not None and row.role != "service" and is_told(row.atoms):
            facts = told_in(row.atoms)
            below.add(i + 1)
            name = named_on(table.rows[i + 2]) if i + 2 < len(table.rows) and "provider" not in facts else ()
            if name:
                facts = {**facts, "provider": name}
                below.add(i + 2)
            told[table.rows[i].y] = facts
            sure |= {i} if _multiplies(table, table.rows[i], facts) else set()
    if len(told) < max(_FEWEST, _MOSTLY * len(services)):
        told = {table.rows[i].y: told[table.rows[i].y] for i in sure}
        below = {i + 1 for i in sure}
    names = [name for name in (*_FIELDS, "provider") if any(name in each for each in told.values())]
    if not told or _are_told_twice(table, names):
        return table
    return replace(
        table,
        columns=(*table.columns, *(placeless(name) for name in names)),
        rows=tuple(_row(row, told, names) for i, row in enumerate(table.rows) if i not in below),
    )


def _multiplies(table: Table, row: TableRow, facts: _Told) -> bool:
    """True where nothing but count and price is told, and they make the charge of the service."""
    charged = [atom.money for atom in table.cell(row, "charge") if atom.money is not None]
    if facts.keys() != {"units", "unit_price"} or len(charged) != 1:
        return False
    count, price = _TIMES.match(facts["units"][0].text + "x"), facts["unit_price"][0].money
    return count is not None and price is not None and Decimal(count["count"]) * price == charged[0]


def _are_told_twice(table: Table, names: Sequence[str]) -> bool:
    """True where the services have the same in columns of their own: the row below speaks of something else."""
    rows = [row for row in table.rows if row.role == "service"]
    return any(table.cell(row, name) for name in names if name in table.fields for row in rows)


def _row(row: TableRow, told: Mapping[float, _Told], names: Sequence[str]) -> TableRow:
    own = told.get(row.y, {}) if row.role == "service" else {}
    return replace(row, cells=(*row.cells, *(own.get(name, ()) for name in names)))


def told_in(atoms: Sequence[Atom]) -> _Told:
    """Return what the atoms say by field; nothing where one of them says anything else or a field comes twice."""
    told: dict[str, tuple[Atom, ...]] = {}
    atoms = [*_parted(atoms)]
    at = 0
    while at < len(atoms):
        if not any(map(str.isalnum, atoms[at].text)):
            at += 1
            continue
        if (priced := _priced_at(atoms, at)) is not None:
            found: _Told = {"units": priced[:1], "unit_price": priced[-1:]}
            used = len(priced)
        elif (counted := _counted_at(atoms, at)) is not None:
            found, used = {"units": (atoms[counted - 2],)}, counted - at
        elif name := _clinician_at(atoms, at + (said := says_by_whom(atoms[at:]))):
            found, used = {"provider": name}, said + len(name)
        elif field := _field_of_medicine_at(atoms, at):
            at += field
            continue
        else:
            found, used = _labeled_at(atoms, at)
        if "units" in found and says_how_long(atoms[at].text, [atom.text for atom in atoms]):
            at += used
            continue
        if not found or found.keys() & told.keys():
            return {}
        told |= found
        at += used
    if told.keys() <= {"date", "provider"} and "provider" in told:
        # A day and a name head what follows.
        return {}
    # A first and a last day by themselves are those of a stay or of the paper.
    return {} if told.keys() == {"date"} and len(told["date"]) > 1 else told


def may_name(atom: Atom) -> bool:
    """True for what such a row may name its service by: the code of a procedure, a department or a drug."""
    text = atom.text
    if not any(map(str.isdigit, text)):
        return False
    numbered = parse_revenue_code(text) is not None or parse_ndc(_GLUED_DRUG.sub("", text)) is not None
    return numbered or parse_code(text) is not None or _CODE_AND_COUNT.match(text) is not None


def _clinician_at(atoms: Sequence[Atom], at: int) -> tuple[Atom, ...]:
    """Return the name of who gave the care that begins there, up to a mark or a label; () where none does."""
    own = tuple(takewhile(lambda atom: atom.kind == "text" and _NAME.fullmatch(atom.text), atoms[at:]))
    ends = [size for size in OF_A_NAME if size == len(own) or size < len(own) and _label_at(atoms, at + size)[0]]
    return next((own[:size] for size in ends if is_clinician(" ".join(atom.text for atom in own[:size]))), ())


def _field_of_medicine_at(atoms: Sequence[Atom], at: int) -> int:
    """How many atoms name a field of medicine, with a mark between facts behind: "Endocrinology", "Family Medicine"."""
    own = tuple(takewhile(lambda atom: any(map(str.isalnum, atom.text)), atoms[at:]))
    named = 0 < len(own) <= _LONGEST_LABEL and all(atom.kind == "text" and atom.text[0].isupper() for atom in own)
    return len(own) if named and at + len(own) < len(atoms) and _FIELD_OF_MEDICINE.search(own[-1].text) else 0


def _parted(atoms: Sequence[Atom]) -> Iterator[Atom]:
    """The atoms, a known code and the count before a price parted where a reader saw the dot between as a point."""
    for atom, behind in zip_longest(atoms, atoms[1:]):
        glued = _CODE_AND_COUNT.match(atom.text) if "." in atom.text or "\u00b7" in atom.text else None
        times = glued is not None and (not glued["count"].isdigit() or behind is not None and _TIMES.match(behind.text))
        if glued is not None and glued["code"] in known_codes() and times:
            yield replace(atom, text=glued["code"], kind="text", money=None)
            yield replace(atom, text=glued["count"], kind="text", money=None)
        else:
            yield atom


def _priced_at(atoms: Sequence[Atom], at: int) -> tuple[Atom, ...] | None:
    """The atoms of a count and the price of one that begin there: "2 x $62.00"; None where none do."""
    counted = _COUNT.match(atoms[at].text) is not None
    times = at + 1 if counted else at
    if counted and times + 1 < len(atoms) and atoms[times + 1].text in {"@", "at"} and _UNITS.match(atoms[times].text):
        times += 1
    sign = _TIMES.match(atoms[times].text) if times + 1 < len(atoms) else None
    if sign is None or counted == (sign["count"] is not None):
        return None
    price = atoms[times + 1]
    money = price.money if price.money is not None else parse_money(price.text)
    if money is None:
        return None
    first = atoms[at] if counted else replace(atoms[at], text=sign["count"])
    return first, *atoms[at + 1 : times + 1], replace(price, kind="money", money=money)


def _counted_at(atoms: Sequence[Atom], at: int) -> int | None:
    """Where a count with the word for its units behind it ends: "2 units", "\u00d7 4 units"; None where none begins."""
    first = at + 1 if _SIGN.match(atoms[at].text) else at
    if first + 1 >= len(atoms) or not _COUNT.match(atoms[first].text):
        return None
    meaning = header_words().find((atoms[first + 1].text.strip(",;"),))
    return first + 2 if meaning is not None and meaning.listed and "units" in meaning.fields else None


def _labeled_at(atoms: Sequence[Atom], at: int) -> tuple[_Told, int]:
    """The value that begins there, with or without its label, and how many atoms both are; nothing where none does."""
    name, size = _label_at(atoms, at)
    if _REASON.match(atoms[at].text) and _diagnoses_at(atoms, at + 1):
        name, size = "diagnosis", 1
    if (found := _value_at(atoms, at + size, name)) is None:
        return {}, 0
    field, used = found
    first, *rest = atoms[at + size : at + size + used]
    if field == "ndc":
        first = replace(first, text=_GLUED_DRUG.sub("", first.text))
    if field == "time":
        # The dash between both is no empty cell.
        rest = [replace(atom, kind="text") for atom in rest]
    if field == "remark":
        first = replace(first, text=first.text.strip("(),;"))
    return {field: (first, *(replace(atom, text=atom.text.strip("(),")) for atom in rest))}, size + used


def _label_at(atoms: Sequence[Atom], at: int) -> tuple[str, int]:
    """What the longest label that begins there names, and its size; no name and none where no label does."""
    for size in range(min(_LONGEST_LABEL, len(atoms) - at - 1), 0, -1):
        words = [atom.text.strip(":#") for atom in atoms[at : at + size]]
        if words[0].isdigit():
            continue
        meaning = header_words().find([word for word in words if word])
        name = next((field for field in _FIELDS if meaning is not None and field in meaning.fields), "")
        if name and meaning is not None and meaning.listed:
            return name, size
    return "", 0


def _value_at(atoms: Sequence[Atom], at: int, name: str) -> tuple[str, int] | None:
    """The field of the value that begins there and its size, None where none does that the label allows."""
    atom = atoms[at]
    if atom.date is not None:
        return ("date", _days_at(atoms, at)) if name in {"", "date"} else None
    if name in {"", "code"} and parse_code(atom.text) is not None:
        return "code", 1 + _modifiers_at(atoms, at + 1)
    modifiers = parse_modifiers(atom.text.strip("(),"))
    # In the place of the code above it a modifier needs no label.
    if modifiers is not None and (name == "modifiers" or not (name or at) and known_modifiers().issuperset(modifiers)):
        return "modifiers", 1 + _modifiers_at(atoms, at + 1)
    if name == "time" and (size := _times_at(atoms, at)):
        return "time", size
    if name == "revenue_code" and parse_revenue_code(atom.text) is not None:
        return "revenue_code", 1
    glued = _GLUED_DRUG.match(atom.text) is not None and not name
    if (name == "ndc" or glued) and parse_ndc(_GLUED_DRUG.sub("", atom.text)) is not None:
        return "ndc", 1
    if name in {"", "diagnosis"} and (count := _diagnoses_at(atoms, at, labeled=bool(name))):
        return "diagnosis", count
    if name == "remark" and is_key_of_a_note(atom.text.rstrip(",;")):
        return "remark", 1
    if name == "units" and _COUNT.match(atom.text):
        return "units", 1
    if not name and parse_times(atom.text) is not None:
        return "units", 1
    return None


def _days_at(atoms: Sequence[Atom], at: int) -> int:
    """How many atoms a day takes up, or the first and the last one: "01 Jun 2026 to 07 Jun 2026"."""
    between, last = (*atoms[at + 1 : at + 3], None, None)[:2]
    ranged = between is not None and last is not None and last.date is not None and _UP_TO.match(between.text)
    return 3 if ranged and atoms[at].until is None else 1


def _times_at(atoms: Sequence[Atom], at: int) -> int:
    """How many atoms a time takes up, or two from the first to the last: "07:42 - 09:57"."""
    sizes = (n for n in (3, 2, 1) if _CLOCK.match(" ".join(atom.text for atom in atoms[at : at + n])))
    return next((n for n in sizes if at + n <= len(atoms)), 0)


def _diagnoses_at(atoms: Sequence[Atom], at: int, *, labeled: bool = False) -> int:
    """How many diagnosis codes stand there, without a label only those with a point.

    What a comma says to be one more may be misread.
    """
    count = 0
    for atom in atoms[at:]:
        goes_on = count > 0 and atoms[at + count - 1].text.endswith(",")
        text = with_its_letter(atom.text.strip(",;")) if labeled or goes_on else atom.text.strip(",;")
        coded = (labeled or goes_on or "." in text) and parse_diagnosis(text) is not None
        if not (coded or goes_on and any(map(str.isdigit, text))):
            break
        count += 1
    return count


def _modifiers_at(atoms: Sequence[Atom], at: int) -> int:
    """How many modifiers stand there one after another."""
    rest = atoms[at:]
    return next((i for i, other in enumerate(rest) if not _is_modifier(other)), len(rest))


def _is_modifier(atom: Atom) -> bool:
    return atom.text.strip("(),").removeprefix("-") in known_modifiers()
