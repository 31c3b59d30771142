"""Days that do not stand beside each service under a head: in a column beside the table, or on a row above a group."""

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from plainbill.reading.columns.column import Column
from plainbill.reading.columns.table import TableRow
from plainbill.reading.heads.head import HeadColumn
from plainbill.reading.labels.name_blocks import is_clinician, is_organization
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.forming import Row
from plainbill.reading.tables.clinician_rows import says_by_whom, without_dash
from plainbill.reading.tables.told_below import told_in
from plainbill.reading.tables.visit_bands import visit_bands
from plainbill.reading.terms.dates import parse_date
from plainbill.reading.terms.vocabulary import field_labels
from plainbill.reading.terms.wording import heads_a_visit, opens_a_visit

# Days of one column begin within so many heights of print.
_ALIGNED = 3.0
# Of services below headings of days, at most so many have a day of their own.
_FEW_DATED = 0.3
_LONGEST_HEADING = 12
_SHORT_HEADING = 4
# A day and the name of a clinician with a title.
_LONGEST_NAMED, _LONGEST_OFFICE = 5, 7
_FEWEST_BELOW = 2
_COLLECTED = re.compile(
    r"^(?:specimens?|samples?|date|drawn)?\W*(?:was\s|were\s)?(?:collected|drawn|collection date)\W*(?:on)?\W*$", re.I
)
# The account of a visit behind its day: a word and a number.
_LABELED, _OF_A_VISIT = 2, frozenset({"account", "acct", "visit", "encounter"})
_OF_SERVICES = frozenset({"service_dates", "service_from", "service_to", "plain_date"})
_OF_PAPERS = frozenset({"due_date", "document_date", "processed_date", "received_date", "patient.date_of_birth"})
_LONGEST_LABEL = 3
_OF_CARE = re.compile(
    r"\b(?:visit|(?:out|in)patient|admission|(?:hospital|overnight) stay|emergency|clinic|urgent care|appointment"
    r"|encounter|telehealth|day surgery)\b",
    re.IGNORECASE,
)
# Digits of a day without marks between them.
_DENSE = frozenset({6, 8})
# A caption stands so many heights above its value.
_CAPTIONED = 2.6


def with_days_beside(
    columns: tuple[Column, ...], rows: Sequence[tuple[Row, tuple[Atom, ...]]], found: Sequence[TableRow]
) -> tuple[Column, ...]:
    """The columns, with one more where services have a day left or right of the table and none within."""
    services = [row for row in found if row.role == "service"]
    if any(atom.date is not None for row in services for atom in row.atoms):
        return columns
    places = {row.y for row in services}
    listed = [(row, atoms) for row, atoms in rows if row.y in places]
    for beside in (_left_of(columns[0], listed), _right_of(columns[-1], listed)):
        if beside is not None:
            return tuple(sorted((*columns, beside), key=lambda column: column.left))
    return columns


def _left_of(first: Column, rows: Sequence[tuple[Row, tuple[Atom, ...]]]) -> Column | None:
    days = [(row, a) for row, atoms in rows for a in atoms if a.date is not None and a.middle < first.left]
    return _column(days, right=first.left)


def _right_of(last: Column, rows: Sequence[tuple[Row, tuple[Atom, ...]]]) -> Column | None:
    days = [(row, a) for row, atoms in rows for a in atoms if a.date is not None and a.middle >= last.right]
    return _column(days, left=last.right)


def _column(days: Sequence[tuple[Row, Atom]], left: float | None = None, right: float | None = None) -> Column | None:
    first_of_row = {row.y: atom for row, atom in reversed(days)}
    if not days:
        return None
    height = days[0][0].height
    starts = [atom.x0 for atom in first_of_row.values()]
    if max(starts) - min(starts) > _ALIGNED * height:
        return None
    x0, x1 = min(starts), max(atom.x1 for _, atom in days)
    head = HeadColumn(fields=("date",), x0=x0, x1=x1, tokens=())
    return Column(
        field="date",
        head=head,
        left=x0 - height if left is None else left,
        right=x1 + height if right is None else right,
    )


def with_dense_day(atoms: tuple[Atom, ...]) -> tuple[Atom, ...]:
    """The atoms of a row, digits read as the day where they open a visit ("Visit of 040425") or stand alone."""
    if any(atom.date is not None for atom in atoms):
        return atoms
    if len(atoms) > 1 and not heads_a_visit(" ".join(atom.text for atom in atoms)):
        return atoms
    return tuple(
        replace(atom, kind="date", money=None, date=day)
        if len(atom.text) in _DENSE and (day := parse_date(atom.text, dense=True)) is not None
        else atom
        for atom in atoms[:_SHORT_HEADING]
    ) + tuple(atoms[_SHORT_HEADING:])


_OF_WHOM = frozenset({"patient:", "provider:", "physician:", "doctor:"})


def heads_a_day(atoms: Sequence[Atom]) -> bool:
    """True where a row prints a day with at most a few words around it, and no amount: it heads a group of services."""
    if any(atom.money is not None for atom in atoms) or not any(atom.date is not None for atom in atoms):
        return False
    first = next(i for i, atom in enumerate(atoms) if atom.date is not None)
    named = 1 < len(atoms) - first <= _LONGEST_NAMED and is_clinician(" ".join(a.text for a in atoms[first + 1 :]))
    if not first and (named or _is_by_a_clinician(atoms[1:])):
        # "Jan 14, 2026  Dr. Ngozi Halvorsen", "Jan 14 - treated by Dr. Ngozi Halvorsen".
        return True
    if _COLLECTED.match(" ".join(atom.text for atom in atoms[:first])):
        # "Specimen collected 02/18/2026", whatever else a laboratory prints beside it.
        return True
    said = field_labels().find([atom.text.strip(":") for atom in atoms[:first]]) if first else None
    if said is not None and said.exact and not _OF_SERVICES & set(said.fields) or _is_of_something_else(atoms[:first]):
        # "Statement date 05/18/26" is the day of something else.
        return False
    office = is_organization(" ".join(atom.text for atom in atoms[:first])) and first <= _LONGEST_OFFICE
    if named and office and _are_words([*atoms[:first], *atoms[first + 1 :]]):
        # Both may stand behind the name of the office: "Bay Physicians  Jan 14, 2026  Ngozi Halvorsen, MD".
        return True
    if not first and (of := next((i for i, atom in enumerate(atoms) if atom.text.lower() in _OF_WHOM), 0)):
        # "02/11/26  FIN 88104472  Outpatient  Patient: Ada Lombard": the words before name the visit.
        return of <= _SHORT_HEADING + 1 and not any(atom.text.endswith((":", "#")) for atom in atoms[:of])
    # A label may announce the day itself, not what else the row holds.
    if any(atom.text.endswith((":", "#")) for i, atom in enumerate(atoms) if i != first - 1):
        return False
    # "Visit with Dr. Lee" may stand before the day or behind it.
    visit = any(heads_a_visit(" ".join(atom.text for atom in own)) for own in (atoms, atoms[1:] if not first else ()))
    # "Saoirse - seen March 3, 2026 by R. Mukherjee MD".
    visit = visit or any(atom.text.lower() == "seen" for atom in atoms[max(0, first - 2) : first])
    labeled = any(atom.text.endswith((":", "#")) for atom in atoms)
    behind = [atom.text.lower() for atom in atoms[first + 1 :]]
    if len(behind) == _LABELED and behind[0] in _OF_A_VISIT:
        # "Wren Fox   Mar 11, 2026   Account HB-20447118".
        atoms = atoms[: first + 1]
    # "Physical Therapy Outpatient, Bay Rehab Center, Feb 10, 2026".
    at_an_end = first in {0, len(atoms) - 1} and not labeled
    visit = visit or (at_an_end and _OF_CARE.search(" ".join(atom.text for atom in atoms)) is not None)
    return len(atoms) <= _LONGEST_HEADING if visit else len(atoms) <= _SHORT_HEADING and not labeled


def _is_by_a_clinician(behind: Sequence[Atom]) -> bool:
    """True where words behind a day say by whom care was given and name one clinician.

    "Treated by" says so whatever the title of the name is.
    """
    behind = without_dash(behind)
    said = says_by_whom(behind)
    name = behind[said:]
    if not said or not 1 < len(name) < _LONGEST_NAMED or not all(atom.text[:1].isupper() for atom in name):
        return False
    return said > 1 and not behind[0].text.endswith(":") or is_clinician(" ".join(atom.text for atom in name))


def _is_of_something_else(before: Sequence[Atom]) -> bool:
    """True where the last words before a day announce one of the paper: "Tests performed     Due 03/24/2026"."""
    words = [atom.text.strip(":") for atom in before]
    said = (field_labels().find(words[-size:]) for size in range(1, min(_LONGEST_LABEL, len(words)) + 1))
    return any(label is not None and label.exact and set(label.fields) <= _OF_PAPERS for label in said)


def _tells_more(atoms: Sequence[Atom]) -> bool:
    """True where a row says by which code or with which modifiers the service above was done, beside its day."""
    return bool({"code", "modifiers"} & told_in(atoms).keys())


def _are_words(atoms: Sequence[Atom]) -> bool:
    """True for words that announce no value."""
    return all(atom.kind in {"text", "dash"} and not atom.text.endswith((":", "#")) for atom in atoms)


def with_day_rows(
    columns: Sequence[Column], rows: Sequence[tuple[Row, tuple[Atom, ...]]], found: Sequence[TableRow]
) -> tuple[TableRow, ...]:
    """The rows of a table, those that print nothing but the day of a group as headings.

    Where services have days of their own, a day below one is the wrapped end of a range.
    """
    services = [row for row in found if row.role == "service"]
    dated = sum(any(atom.date is not None for atom in row.atoms) for row in services)
    bands = visit_bands(found) if not dated else frozenset()
    heads = {
        row.y: atoms
        for i, (row, atoms) in enumerate(rows)
        if row.y in bands or _opens_a_group(columns, atoms) and not _is_captioned(atoms, rows[max(0, i - 2) : i])
    }
    # Small print of another column may stand beside one of them.
    begun = {row.y for row in found if row.role == "words" and row.atoms and row.atoms[0].date is not None}
    if dated > _FEW_DATED * len(services) or stand_below(found, heads) or stand_below(found, begun):
        return tuple(row for row in found if row.atoms)
    return tuple(
        replace(row, role="day", cells=(heads[row.y], *((),) * (len(columns) - 1)))
        if row.role == "words" and row.y in heads
        else row
        for row in found
        if row.atoms or row.y in heads
    )


def _is_captioned(atoms: Sequence[Atom], above: Sequence[tuple[Row, tuple[Atom, ...]]]) -> bool:
    """True for a day alone right below the caption of one of the paper's: "Statement" over "07/06/26" in a sidebar."""
    for row, words in above:
        near = bool(words) and atoms[0].y - row.y < _CAPTIONED * row.height
        if len(atoms) == 1 and near and abs(words[0].x0 - atoms[0].x0) < row.height:
            said = field_labels().find([atom.text.strip(":") for atom in words])
            if said is not None and said.exact and said.fields[0] in _OF_PAPERS:
                return True
    return False


def _opens_a_group(columns: Sequence[Column], atoms: Sequence[Atom]) -> bool:
    return heads_a_day(atoms) and not _tells_more(atoms) and not _is_beside(columns, atoms)


def _is_beside(columns: Sequence[Column], atoms: Sequence[Atom]) -> bool:
    """True for a day in a sidebar, level with words of the table: "Printed" over "7/9/2025", beside a wrapped word."""
    edge = columns[0].left
    words = [atom for atom in atoms if atom.date is None]
    return bool(words) and all(atom.x1 < edge if atom.date is not None else atom.x0 > edge for atom in atoms)


def days_of_visits(rows: Sequence[TableRow], *, is_dated: bool) -> frozenset[float]:
    """Where the rows stand that print the day of a visit, or a day and nothing else.

    Where no column holds days (`is_dated`), those that begin a row of words below each service are of visits too.
    """
    words = [row for row in rows if row.role == "words"]
    begun = frozenset(row.y for row in words if row.atoms and row.atoms[0].date is not None)
    if not is_dated and stand_below(rows, begun):
        return begun
    return frozenset(row.y for row in words if _is_of_a_day(row))


def _is_of_a_day(row: TableRow) -> bool:
    alone = bool(row.atoms) and all(atom.date is not None for atom in row.atoms)
    return heads_a_day(row.atoms) and (alone or opens_a_visit(row.text))


def stand_below(found: Sequence[TableRow], heads: Container[float]) -> bool:
    """True where the day of each service stands below it, the last one too: they head no groups."""
    services = [i for i, row in enumerate(found) if row.role == "service"]
    last = services[-1] if services else 0
    # Below the sums another table may begin, or what came together in the year.
    end = next((i for i, row in enumerate(found) if i > last and row.role in {"total", "subtotal"}), len(found))
    days = [i for i, row in enumerate(found[:end]) if row.role == "words" and row.y in heads]
    ends = [*services[1:], end]
    if len(services) < _FEWEST_BELOW or len(days) != len(services):
        return False
    return all(service < day < end for service, day, end in zip(services, days, ends, strict=True))
