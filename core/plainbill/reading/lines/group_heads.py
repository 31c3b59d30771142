"""What is printed once for a group of lines: the day, the clinician and the revenue code that head it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from plainbill.case import DocumentKind
from plainbill.reading.columns.table import Table, TableRow
from plainbill.reading.labels.name_blocks import is_clinician, is_organization
from plainbill.reading.labels.values import value_in
from plainbill.reading.layout import PageLayout
from plainbill.reading.lines.cell_values import Draft
from plainbill.reading.rows.atoms import Atom, cells_of
from plainbill.reading.rows.found import Found
from plainbill.reading.rows.tokens import Token
from plainbill.reading.tables.clinician_rows import head_groups, named_on, says_by_whom, without_dash
from plainbill.reading.tables.sections import has_sections, procedure_code, section_code
from plainbill.reading.tables.services import Entry
from plainbill.reading.terms.wording import opens_a_visit

_SECTION, _PROCEDURE = "revenue_code", "code"
_OF_A_SECTION = frozenset({_SECTION, _PROCEDURE})
_LISTED = frozenset({"service", "payment", "total", "subtotal", "amounts"})
_ROWS_OF_A_BAND = 5
_DECIDED = re.compile(r"^(?:processed|paid|received|issued|printed|finalized|due|on|by|date)\W*$", re.IGNORECASE)
_DAYS_ALONE = (["date"], ["date", "dash", "date"])


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupHeads:
    """What heads groups of one table: `above` is what stands over all of it.

    `days` are labeled days by the start of their label, `claims` starts of labels of claims, `sums` and `services`
    where such rows stand, `sections` whether headings of departments print revenue codes, `clinicians` where those of
    clinicians stand.
    """

    above: Draft
    days: Mapping[Token, Found]
    claims: frozenset[Token]
    sums: tuple[float, ...]
    services: tuple[float, ...]
    sections: bool
    clinicians: frozenset[float]


def service_days(layouts: Sequence[PageLayout]) -> frozenset[object]:
    """Return the different days, or first and last ones, that labels call those of the service."""
    return frozenset(value.value for layout in layouts for value in _labeled(layout, "service_dates").values())


def group_heads(layout: PageLayout, table: Table, kind: DocumentKind, *, of_each_claim: bool) -> GroupHeads:
    """Return what heads the groups of a table; `of_each_claim`: labels name days of several claims."""
    return GroupHeads(
        above=_clinician_above(layout, table) | _day_above(layout, table, kind, of_each_claim=of_each_claim),
        days=_labeled(layout, "service_dates"),
        claims=frozenset(_labeled(layout, "claim_number")),
        sums=tuple(row.y for row in table.rows if row.role in {"total", "subtotal"}),
        services=tuple(row.y for row in table.rows if row.role == "service"),
        sections=has_sections(table.rows),
        clinicians=head_groups(table.rows),
    )


def group_of(entry: Entry, before: Draft, heads: GroupHeads) -> Draft:
    """The day, the clinician and the revenue code that head the group of the entry."""
    group, coded, dated = before, float("-inf"), float("-inf")
    for heading in entry.headings:
        if heads.sections and (code := section_code(heading)) is not None:
            group, coded = {**without_section(group), _SECTION: code}, heading.y
            if (procedure := procedure_code(heading)) is not None:
                group[_PROCEDURE] = procedure
        elif said := _heading(heading, heads.days):
            group = said | {name: value for name, value in group.items() if name in _OF_A_SECTION}
            dated = heading.y
        elif heading.y in heads.clinicians and (clinician := value_in(named_on(heading), "person")) is not None:
            group = {**group, "rendering_provider": clinician}
        elif (said := _said_with_claim(heading, heads)) and not opens_a_visit(heading.text):
            group = (without_section(group) if not _opens_another_claim(heading, dated, heads) else {}) | said
        elif opens_a_visit(heading.text) or _opens_another_claim(heading, dated, heads):
            group = {}
        else:
            group = without_section(group)
    # The sum of a department closes it.
    return without_section(group) if any(coded < y < entry.row.y for y in heads.sums) else group


def day_below(table: Table, y: float) -> Draft:
    """The last day that heads services, below `y`; empty where none does."""
    days = [_heading(row, {}) for row in table.rows if row.role == "day" and row.y > y]
    return days[-1] if days else {}


def _said_with_claim(row: TableRow, heads: GroupHeads) -> Draft:
    """Who gave the care of a claim, by a label behind its number: "CLM# 32350187 REND: Ada Lombard MD"."""
    label = next((token for atom in row.atoms for token in atom.tokens if token in heads.claims), None)
    return _clinician_behind(row.atoms, label) if label is not None else {}


def _opens_another_claim(row: TableRow, dated: float, heads: GroupHeads) -> bool:
    """True where a row names a claim, and services stand between it and the day that was printed last."""
    named = any(token in heads.claims for atom in row.atoms for token in atom.tokens)
    return named and any(dated < y < row.y for y in heads.services)


def without_section(group: Draft) -> Draft:
    """Return what heads a group without the codes of its department."""
    return {name: value for name, value in group.items() if name not in _OF_A_SECTION}


def _heading(row: TableRow, labeled: Mapping[Token, Found]) -> Draft:
    """What a row that opens a group says of its lines."""
    if row.role != "day":
        days = next((labeled[token] for atom in row.atoms for token in atom.tokens if token in labeled), None)
        return _split(days) | _clinician_behind(row.atoms, days.tokens[-1]) if days is not None else {}
    atoms = row.atoms
    at = next((i for i, atom in enumerate(atoms) if atom.date is not None), None)
    if at is None:
        return {}
    group = _days_at(atoms, at)
    aside = next((i for i in range(at + 1, len(atoms)) if atoms[i].text.startswith("(")), len(atoms))
    after = without_dash(atoms[at + 1 : aside])
    behind = [atom.text for atom in after]
    said = says_by_whom(after)
    # A name that is a clinician's by itself needs no word before it.
    sizes = [said] if said else []
    for size in [*sizes, 0] if is_clinician(" ".join(behind)) else sizes:
        name = value_in(after[size:], "person")
        if name is not None and is_clinician(str(name.value)):
            group["rendering_provider"] = name
            break
    return _clinician_behind(atoms, atoms[at].tokens[-1]) | _clinician_aside(atoms[aside:]) | group


def _clinician_aside(atoms: Sequence[Atom]) -> Draft:
    """Who gave the care, in parentheses that end the heading of a visit: "(Surgeon: Lena Okoro, MD)"."""
    if not atoms or not atoms[-1].text.endswith(")"):
        return {}
    bare = [replace(atom, text=atom.text.strip("()")) for atom in atoms]
    said = says_by_whom(bare)
    name = value_in(bare[said:], "person") if said else None
    return {"rendering_provider": name} if name is not None and is_clinician(str(name.value)) else {}


def _clinician_behind(atoms: Sequence[Atom], day: Token) -> Draft:
    """Who gave the care, by a label behind the day: "Date of service 05/05/2026  Attending: Dr. Ilves"."""
    behind = next((i for i, atom in enumerate(atoms) if day in atom.tokens), len(atoms))
    for i in range(behind + 1, len(atoms) - 1):
        if atoms[i].text.lower() in _GAVE_CARE:
            name = value_in(atoms[i + 1 :], "person")
            return {"rendering_provider": name} if name is not None and is_clinician(str(name.value)) else {}
    return {}


_GAVE_CARE = frozenset(
    {"attending:", "rendering:", "rend:", "physician:", "clinician:", "doctor:", "provider:", "therapist:"}
)


def _days_at(atoms: Sequence[Atom], at: int) -> Draft:
    """The day, or the first and the last day, printed from atom `at` on."""
    group: Draft = {"service_date": Found(value=atoms[at].date, tokens=atoms[at].tokens)}
    if atoms[at].until is not None:
        group["service_date_to"] = Found(value=atoms[at].until, tokens=atoms[at].tokens)
    elif len(atoms) > at + 2 and atoms[at + 1].kind == "dash" and atoms[at + 2].date is not None:
        group["service_date_to"] = Found(value=atoms[at + 2].date, tokens=atoms[at + 2].tokens)
    return group


def _split(days: Found) -> Draft:
    """The first and the last day of what a label names: "Claim 4471  Date of service: 02/09/2026"."""
    printed = days.value if isinstance(days.value, tuple) else ()
    names = ("service_date", "service_date_to")
    return {name: replace(days, value=day) for name, day in zip(names, printed, strict=False)}


def _labeled(layout: PageLayout, field: str) -> dict[Token, Found]:
    return {label.label[0]: label.value for label in layout.labels if label.field == field}


def _clinician_above(layout: PageLayout, table: Table) -> Draft:
    """Who gave the care of a claim, by a label between its table and the one before, where others gave other care."""
    named = {at: name for at, name in _labeled(layout, "rendering").items() if is_clinician(str(name.value))}
    if not table.head or len({str(name.value) for name in named.values()}) < _SEVERAL:
        return {}
    top = min(token.y for token in table.head)
    floor = max((t.y for other in layout.tables if other is not table for t in other.tokens if t.y < top), default=0.0)
    found = [name for at, name in named.items() if floor < at.y < top]
    return {"rendering_provider": found[0]} if len(found) == 1 else {}


_SEVERAL = 2


def _day_above(layout: PageLayout, table: Table, kind: DocumentKind, *, of_each_claim: bool) -> Draft:
    """Where lines carry no date: the day above the head of their table, by itself on a notice or that of a claim."""
    if any(column.field == "date" for column in table.columns):
        return {}
    if not table.head:
        return _day_of_the_visit(layout, table)
    top = min(token.y for token in table.head)
    others = [token.y for other in layout.tables if other is not table for token in other.tokens if token.y < top]
    start = max(others, default=float("-inf"))
    days = [found for at, found in _labeled(layout, "service_dates").items() if start < at.y < top]
    if of_each_claim and days:
        return _split(days[-1])
    alone = [
        row[0].atoms
        for row in layout.free
        if len(row) == 1 and [atom.kind for atom in row[0].atoms] in _DAYS_ALONE and start < row[0].y < top
    ]
    labeled = {token for label in layout.labels for token in label.value.tokens}
    unlabeled = [atoms for atoms in alone if not labeled & set(atoms[0].tokens)]
    # Beside a day of service that is labeled, one that stands alone is that of the notice.
    if kind == "eob" and unlabeled and not _labeled(layout, "service_dates"):
        return _days_at(unlabeled[-1], 0)
    return _day_in_band(layout, table, top, labeled)


def _day_of_the_visit(layout: PageLayout, table: Table) -> Draft:
    """The day in the words right above a list without a head: "Hospital visit - Account 77 - Sep 3, 2026"."""
    services = [row for row in table.rows if row.role == "service" and row.atoms]
    dated = any(atom.date is not None for row in services for atom in row.atoms)
    # Of several visits each has its own heading among the rows.
    parted = any(row.role == "day" or row.role == "words" and opens_a_visit(row.text) for row in table.rows[1:])
    if not services or dated or parted:
        return {}
    above = [
        [a for cell in row for a in cell.atoms] for row in layout.cells if row and row[0].y < services[0].atoms[0].y
    ]
    last = above[-1] if above else []
    days = [atom for atom in last if atom.date is not None]
    opened = _VISIT.match(" ".join(atom.text for atom in last)) is not None
    return _days_at(last, last.index(days[0])) if opened and len(days) == 1 else {}


_VISIT = re.compile(r"^(?:(?:your|office|hospital|clinic|emergency|room|urgent|care)\s){0,3}visit\b", re.IGNORECASE)


def _day_in_band(layout: PageLayout, table: Table, top: float, labeled: set[Token]) -> Draft:
    """The day in a band above the head that opens a visit, or at an end of it where a claim or clinician is named."""
    listed = [row.y for other in layout.tables if other is not table for row in other.rows if row.role in _LISTED]
    floor = max((y for y in listed if y < top), default=float("-inf"))
    claims = {label.label[0] for label in layout.labels if label.field == "claim_number"}
    above = [[atom for cell in row for atom in cell.atoms] for row in layout.cells if row and floor < row[0].y < top]
    for i in range(len(above) - 1, max(-1, len(above) - 1 - _ROWS_OF_A_BAND), -1):
        days = [atom for atom in above[i] if atom.date is not None]
        if len(days) != 1 or len(above[i]) == 1 or labeled & set(days[0].tokens):
            continue
        at = above[i].index(days[0])
        before = above[i][:at]
        # Care given "on" a day is no decision made "on" it, but for what stands before that.
        if before and before[-1].text.lower() == "on" and is_organization(" ".join(atom.text for atom in before[:-1])):
            before = before[:-1]
        if before and _DECIDED.search(before[-1].text):
            continue
        ends = days[0] in (above[i][0], above[i][-1])
        names_claim = any(claims & set(atom.tokens) for row in above[i : i + 2] for atom in row)
        person = any(is_clinician(text) for text in _names(above[i]))
        opened = opens_a_visit(" ".join(atom.text for atom in above[i]))
        # Of several tables with one head each has a day of its own: "Imaging at Bay Breast Center      March 12, 2026".
        if opened or ends and (names_claim or person or _is_one_of_several(layout, table)):
            return _days_at(above[i], at)
    return {}


def _is_one_of_several(layout: PageLayout, table: Table) -> bool:
    """True where another table of the page has the very words of this one's head."""
    words = sorted(token.text.lower() for token in table.head)
    return any(other is not table and sorted(t.text.lower() for t in other.head) == words for other in layout.tables)


def _names(atoms: Sequence[Atom]) -> list[str]:
    """What stands in the cells of a row, each as one text."""
    return [" ".join(atom.text for atom in cell.atoms) for cell in cells_of(atoms, 2 * atoms[0].tokens[0].box.height)]
