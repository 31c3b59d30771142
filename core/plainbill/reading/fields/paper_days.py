"""Dates of a paper: which labeled day, or day that stands alone, goes into which field."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from plainbill.case import DocumentKind
from plainbill.reading.blocks.ticked import is_tick
from plainbill.reading.fields.days_told import (
    day_in_subject,
    due_in_a_label,
    due_told,
    planned_day,
    stamped,
    visit_told,
)
from plainbill.reading.fields.paired_days import decided_beside_received
from plainbill.reading.labels.finding import Labeled
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.atoms import Atom, Cell
from plainbill.reading.rows.found import Found, from_atoms
from plainbill.reading.rows.tokens import Token
from plainbill.reading.terms.dates import PrintedDate, days_in

Fields = dict[str, Found]


# A plan reviews claims; an office reviews what was found.
_REVIEWED = re.compile(r"\breviewed\b", re.IGNORECASE)


def dates_of(layouts: Sequence[PageLayout], kind: DocumentKind, of_lines: frozenset[Token]) -> Fields:
    """The dates of the paper outside its lines, as printed; `of_lines` is print of the days of lines."""
    labels = [
        label
        for layout in layouts
        for label in layout.labels
        if kind in {"eob", "letter"} or label.field != "processed_date" or not _REVIEWED.search(_worded(label))
    ]
    fields: Fields = {}
    for name in ("document_date", "due_date", "processed_date", "service_from", "service_to"):
        barred = {
            "processed_date": _opens_period,
            "document_date": _is_no_day_of_the_paper,
            "due_date": _is_conditional,
            "service_to": _ends_no_period,
        }.get(name)
        if kind == "estimate" and name == "due_date":
            # Nothing is due yet; a deposit may be asked for.
            barred = _is_amid_a_sentence
        own = (lb for lb in labels if lb.field == name and not (barred is not None and barred(lb, layouts)))
        found = next((label.value for label in own), None)
        if found is not None:
            fields[name] = found
    dated = [label for label in labels if label.field == "service_dates" and _is_free(label, layouts)]
    if (kind == "eob" or "service_from" in fields or of_lines) and (
        printed := next((lb for lb in dated if "document_date" in lb.fields), None)
    ):
        # The "run date" of a remittance, or of a paper that names the days of its care, is the day of its print.
        dated.remove(printed)
        if isinstance(printed.value.value, tuple):
            fields.setdefault("document_date", Found(value=printed.value.value[0], tokens=printed.value.tokens))
    period = next((label.value for label in dated), None)
    if of_lines and _differ_by_visit(dated):
        period = None
    if period is not None and isinstance(period.value, tuple):
        dates: tuple[PrintedDate, ...] = period.value
        fields.setdefault("service_from", Found(value=dates[0], tokens=period.tokens))
        if len(dates) > 1 or kind != "estimate":
            fields.setdefault("service_to", Found(value=dates[-1], tokens=period.tokens))
    if not of_lines and not fields.keys() & {"service_from", "service_to"} and (stay := _stay_alone(layouts)):
        fields["service_from"], fields["service_to"] = stay
    if kind in {"bill", "eob", "visit_summary"} and not of_lines and (told := visit_told(layouts)) is not None:
        fields.setdefault("service_from", told)
        if kind != "visit_summary":
            fields.setdefault("service_to", told)
    if kind == "estimate" and (planned := planned_day(layouts)) is not None:
        fields.setdefault("service_from", planned)
    if kind in {"bill", "letter"} and not of_lines and (cared := day_in_subject(layouts)) is not None:
        fields.setdefault("service_from", cared)
        fields.setdefault("service_to", cared)
    if kind == "eob" and (decided_then := decided_beside_received(layouts)) is not None:
        fields.setdefault("processed_date", decided_then)
    if (issued := _issued(labels)) is not None and issued.value != (decided := _decided(labels) or issued).value:
        # "EOB date" beside "Processed".
        fields["processed_date"] = decided
        fields.setdefault("document_date", issued)
    if kind == "bill" and (closed := _ledger_through(layouts)) is not None:
        fields.setdefault("document_date", closed)
    plain = next((label.value for label in labels if label.field == "plain_date"), None)
    if plain is not None and kind == "visit_summary" and _is_beside_its_visit(plain, labels):
        if not of_lines:
            fields.setdefault("service_from", plain)
            fields.setdefault("service_to", plain)
    elif plain is not None:
        fields.setdefault("document_date", plain)
    visited = next((lb.value for lb in labels if lb.field == "plain_date" and _is_of_a_visit(lb, layouts)), None)
    if visited is not None and not of_lines:
        fields.setdefault("service_from", visited)
    if kind == "eob" and (paid := _day_behind(layouts, "paid") or _day_of_status(labels)) is not None:
        fields.setdefault("processed_date", paid)
    by = _day_under_the_balance(layouts) or due_told(layouts) or due_in_a_label(layouts) if kind == "bill" else None
    if by is not None:
        fields.setdefault("due_date", by)
    # A letter has its own day, whatever it tells of when a claim was decided or paid.
    undated = not fields.keys() & ({"document_date"} if kind == "letter" else {"document_date", "processed_date"})
    if undated and (day := _day_below_a_number(layouts) or _day_alone(layouts, of_lines) or stamped(layouts, kind)):
        fields["document_date"] = day
    if kind == "eob" and "document_date" in fields and _decided_one_by_one(labels):
        # Each claim has a day of its own, and the notice another.
        fields.pop("processed_date", None)
    elif kind == "eob" and "processed_date" not in fields and "document_date" in fields:
        fields["processed_date"] = fields.pop("document_date")
    return fields


def _differ_by_visit(dated: Sequence[Labeled]) -> bool:
    """True where each of several visits or claims is labeled with a day of its own: none is that of the paper."""
    days = [label.value.value for label in dated]
    return len({*days}) > 1 and all(isinstance(own, tuple) and len(own) == 1 for own in days)


def _decided_one_by_one(labels: Sequence[Labeled]) -> bool:
    """True where several claims were decided, not all of them on one day."""
    days = {
        label.value.value for label in labels if label.field == "processed_date" and _DECIDED.search(_worded(label))
    }
    claims = {label.value.value for label in labels if label.field == "claim_number"}
    return len(days) > 1 and len(claims) > 1


def _day_behind(layouts: Sequence[PageLayout], word: str) -> Found | None:
    """The only day that stands behind this word in a cell of its own: "Paid 02/20/2026"."""
    cells = [cell for layout in layouts for row in layout.free for cell in row if len(cell.atoms) == _WORD_AND_DAY]
    days = [cell.atoms[1] for cell in cells if cell.atoms[0].text.lower().strip(":") == word and cell.atoms[1].date]
    return from_atoms(days[0].date, days) if len(days) == 1 else None


def _day_of_status(labels: Sequence[Labeled]) -> Found | None:
    """The one day behind what became of the claims: "Claim status: Paid 07/11/2026"."""
    said = [label.value for label in labels if "status_text" in label.fields]
    told = [(value, became) for value in said if (became := _BECAME.match(str(value.value)))]
    days = [(day, value) for value, became in told for day in days_in(str(value.value)[became.end() :])]
    return Found(value=days[0][0], tokens=days[0][1].tokens) if len({day for day, _ in days}) == 1 else None


_BECAME = re.compile(
    r"^(?:paid|denied|processed|finali[sz]ed|completed?|closed|adjudicated|settled)(?:\son)?\b", re.IGNORECASE
)


def _day_under_the_balance(layouts: Sequence[PageLayout]) -> Found | None:
    """The day of "by 04/10/2026" right below what is asked for."""
    day = _day_behind(layouts, "by")
    if day is None:
        return None
    own = day.tokens[0]
    for label in (
        label for layout in layouts for label in layout.labels if label.field in {"balance_due", "total_owed"}
    ):
        first, box, word = label.value.tokens[0].box, label.value.tokens[-1].box, label.label[0]
        middle, reach = (first.x0 + box.x1) / 2, _RIGHT_BELOW * box.height
        centered = abs((own.box.x0 + day.tokens[-1].box.x1) / 2 - middle)
        near = 0 < own.y - label.value.y < _RIGHT_BELOW * max(box.height, own.box.height)
        under = near and min(abs(own.box.x1 - box.x1), centered) < reach
        # Below the words for it, in the same box.
        below = (
            0 < own.y - word.y < _RIGHT_BELOW * word.box.height
            and abs(_row_start(day, layouts) - word.box.x0) < word.box.height
        )
        if (under or below) and own.page == label.value.page:
            return day
    return None


def _row_start(day: Found, layouts: Sequence[PageLayout]) -> float:
    """Where the cell begins that the day stands in."""
    cells = (cell for layout in layouts for row in layout.cells for cell in row)
    return next((cell.x0 for cell in cells if day.tokens[0] in cell.tokens), day.tokens[0].box.x0)


_WORD_AND_DAY, _RIGHT_BELOW = 2, 3.0


def _issued(labels: Sequence[Labeled]) -> Found | None:
    """The day that a notice says it was made on: "EOB date", "Date of this report"."""
    return next((lb.value for lb in labels if lb.field == "processed_date" and _OF_NOTICE.search(_worded(lb))), None)


def _decided(labels: Sequence[Labeled]) -> Found | None:
    return next((lb.value for lb in labels if lb.field == "processed_date" and _DECIDED.search(_worded(lb))), None)


def _worded(label: Labeled) -> str:
    return " ".join(token.text for token in label.label)


_OF_NOTICE = re.compile(r"\b(?:eob|report|notice|remit\w*)\b", re.IGNORECASE)
_DECIDED = re.compile(r"\b(?:process\w*|decid\w*|decision|finali\w+|adjudicat\w+|complet\w+)\b", re.IGNORECASE)


_UP_TO = frozenset({"to", "thru", "through", "until"})


def _opens_period(label: Labeled, layouts: Sequence[PageLayout]) -> bool:
    """True where a dash or "to" behind the day says that it begins a period: "Claims processed: May 1 - June 1"."""
    first, last = label.value.tokens[0], label.value.tokens[-1]
    for layout in layouts:
        for row in layout.cells:
            atoms = [atom for cell in row for atom in cell.atoms]
            if any(first in atom.tokens and atom.until is not None for atom in atoms):
                return True
            for atom, behind in zip(atoms, atoms[1:], strict=False):
                if last in atom.tokens or first in atom.tokens and atom.date is not None:
                    return behind.kind == "dash" or behind.text.lower() in _UP_TO
    return False


def _ends_no_period(label: Labeled, layouts: Sequence[PageLayout]) -> bool:
    """True for a bare "through" where no first day is printed: "Fees good / through 12/31/2026" on two rows."""
    begun = {"service_from", "service_dates"}
    bare = _worded(label).lower().strip(":") in {"through", "thru"}
    return bare and not any(begun & set(other.fields) for layout in layouts for other in layout.labels)


def _ledger_through(layouts: Sequence[PageLayout]) -> Found | None:
    """The day of a bare "through" over entries with a running balance: the account is listed up to it."""
    entries = next((table.rows for table in layouts[0].tables if "balance" in table.fields and table.rows), ())
    # "Authorized through 12/31/2026" is about something else.
    starts = {cell.atoms[0].tokens[0] for row in layouts[0].cells for cell in row}
    ends = (label for label in layouts[0].labels if label.field == "service_to" and label.label[0] in starts)
    labels = [label for label in ends if _ends_no_period(label, layouts)]
    return next((label.value for label in labels if entries and label.value.y < entries[0].y), None)


def _is_beside_its_visit(day: Found, labels: Sequence[Labeled]) -> bool:
    """True for a day on the row of what a visit was for, or of how long it took: "Date", "Why you came in"."""
    own = (each.value for each in labels if each.field in _OF_A_VISIT)
    return any(value.page == day.page and abs(value.y - day.y) < day.tokens[0].box.height / 2 for value in own)


_OF_A_VISIT = frozenset({"visit_reason", "visit_minutes", "patient_type"})


def _is_of_a_visit(label: Labeled, layouts: Sequence[PageLayout]) -> bool:
    """True for "Today's date" on a form that is ticked during the visit."""
    ticked = (is_tick(atom) for layout in layouts for row in layout.cells for cell in row for atom in cell.atoms)
    return _worded(label).lower().startswith("today") and any(ticked)


_DATED = re.compile(
    r"^(?:\w+ ){0,3}(?:explanation|statement|notice|summary|report|bill|invoice)"
    r"(?: of (?:\w+ ){0,2}\w+)?,? (?:dated|(?:prepared|printed|issued|mailed) on)$",
    re.IGNORECASE,
)


def _is_amid_a_sentence(label: Labeled, layouts: Sequence[PageLayout]) -> bool:
    """True where the day is said and not given: "As of January 15, 2026, you owed".

    A title may go on behind its day: "Explanation of benefits dated May 3, 2026 for the family of Ada Lombard".
    """
    if _DATED.match(_worded(label)):
        return False
    last = label.value.tokens[-1]
    cells = (cell for layout in layouts for row in layout.cells for cell in row if last in cell.tokens)
    # Before it may stand the period of care: "05/11/25 thru 05/13/25   Statement date: 07/05/25".
    behind = (Cell(atoms=_from(cell, last), height=cell.height) for cell in cells)
    return any(_is_said(cell) for cell in behind)


def _is_no_day_of_the_paper(label: Labeled, layouts: Sequence[PageLayout]) -> bool:
    """True for a day that is said, and for that of a sum on a paper with a day of its own.

    "Balance as of 02/01/2026   $1,210.00" tells when that was owed.
    """
    last = label.value.tokens[-1]
    rows = ([atom for cell in row for atom in cell.atoms] for layout in layouts for row in layout.cells)
    of_a_sum = any(last in one.tokens and behind.money is not None for atoms in rows for one, behind in pairwise(atoms))
    alone = of_a_sum and _day_alone(layouts, frozenset(label.value.tokens)) is not None
    return alone or _is_amid_a_sentence(label, layouts)


def _is_conditional(label: Labeled, layouts: Sequence[PageLayout]) -> bool:
    """True where the sentence, which may begin on the row above, tells what follows if it is paid by then."""
    for layout in layouts:
        atoms = [atom for row in layout.cells for cell in row for atom in cell.atoms]
        at = next((i for i, atom in enumerate(atoms) if label.label[0] in atom.tokens), None)
        if at is not None:
            said = " ".join([*(atom.text for atom in atoms[max(0, at - _SENTENCE) : at]), _worded(label)])
            return _CONDITION.search(re.split(r"[.!?:]\s", said)[-1]) is not None
    return False


_CONDITION, _SENTENCE = re.compile(r"\bif\s(?:you\spay|paid)\b(?!.*,)", re.IGNORECASE), 8


def _from(cell: Cell, token: Token) -> tuple[Atom, ...]:
    """The atoms of a cell from the one on that holds the token."""
    at = next(i for i, atom in enumerate(cell.atoms) if token in atom.tokens)
    return cell.atoms[at:]


def _day_below_a_number(layouts: Sequence[PageLayout]) -> Found | None:
    """The day of "of 15 July 2026" right below "Invoice 4471-20"."""
    day = _day_behind(layouts[:1], "of")
    numbers = (label for label in layouts[0].labels if label.field in {"invoice", "account"})
    if day is not None and any(set(day.tokens) & set(label.value.tokens) for label in layouts[0].labels):
        return None
    for label in numbers if day is not None else ():
        below = day.y - label.label[0].y if day is not None else 0.0
        if 0 < below < _RIGHT_BELOW * label.label[0].box.height:
            return day
    return None


def _day_alone(layouts: Sequence[PageLayout], of_lines: frozenset[Token]) -> Found | None:
    """The day that stands by itself in the upper half of the first page, above what was charged."""
    heads = [token.y for table in layouts[0].tables for token in table.head if table.rows]
    end = min(layouts[0].height / 2, *heads) if heads else layouts[0].height / 2
    births = (label.value for label in layouts[0].labels if label.field == "patient.date_of_birth")
    of_lines |= {token for birth in births for token in birth.tokens}
    for row in layouts[0].free:
        if len(row) == 1 and len(row[0].atoms) == 1 and row[0].y < end and not _ends_a_sentence(row[0], layouts[0]):
            atom = row[0].atoms[0]
            if atom.date is not None and atom.date.year is not None and not of_lines & set(atom.tokens):
                return Found(value=atom.date, tokens=atom.tokens)
    return _day_beside_the_head(layouts[0], of_lines)


def _ends_a_sentence(day: Cell, layout: PageLayout) -> bool:
    """True where the words of the row above lead to the day: "3 refills left before"."""
    above = [row[-1].atoms[-1] for row in layout.cells if row and row[0].y < day.y - day.height / 2]
    return bool(above) and above[-1].text.lower() in _LEADS_TO_A_DAY


_LEADS_TO_A_DAY = frozenset(
    {"before", "after", "until", "till", "by", "through", "since", "on", "expires", "from", "to"}
)
_PRINTED = frozenset({"run", "printed", "prepared"})
_OF_A_HEAD, _UPRIGHT = 0.12, 1.29


def _day_beside_the_head(layout: PageLayout, of_lines: frozenset[Token]) -> Found | None:
    """The only day high on the page, in the last cell of its row and with no label before it."""
    # A sheet that is wider than high has a head as high as others have.
    width = max((row[-1].x1 for row in layout.cells if row), default=0.0)
    high = [row for row in layout.free if row and row[0].y < _OF_A_HEAD * max(layout.height, _UPRIGHT * width)]
    cells = [(row, cell) for row in high for cell in row if not _is_said(cell)]
    taken = of_lines | {token for label in layout.labels for token in label.value.tokens}
    dated = [(row, atom) for row, cell in cells for atom in cell.atoms if atom.date is not None]
    days = [(row, atom) for row, atom in dated if not taken & set(atom.tokens)]
    if len(days) != 1:
        return None
    (row, atom), *_ = days
    *before, last = row[-1].atoms
    # "RUN 03/02/26" beside the letterhead of a list that a machine prints.
    alone = (
        last is atom
        and all(other.text.lower().strip(":") in _PRINTED for other in before)
        and atom.date is not None
        and atom.date.year is not None
        and not _ends_a_sentence(row[-1], layout)
    )
    return Found(value=atom.date, tokens=atom.tokens) if alone else None


def _is_said(cell: Cell) -> bool:
    """True where small letters stand behind a day, as in a sentence."""
    behind = (other for atom, other in zip(cell.atoms, cell.atoms[1:], strict=False) if atom.date is not None)
    return any(atom.text[:1].islower() for atom in behind)


def _stay_alone(layouts: Sequence[PageLayout]) -> tuple[Found, Found] | None:
    """The first and last day of a stay that stand by themselves on a row, as on a notice about a hospital's stay.

    Where several stays do, none is that of the paper.
    """
    stays: list[tuple[Found, Found]] = []
    for row in layouts[0].free:
        atoms = [atom for cell in row for atom in cell.atoms]
        days = days_in(" ".join(atom.text for atom in atoms)) if atoms and atoms[0].date is not None else ()
        if len(days) == 2:
            years = [day.year for day in days if day.year is not None]
            first, last = (replace(day, year=day.year or years[-1]) if years else day for day in days)
            tokens = tuple(token for atom in atoms for token in atom.tokens)
            stays.append((Found(value=first, tokens=tokens), Found(value=last, tokens=tokens)))
    return stays[0] if len({(first.value, last.value) for first, last in stays}) == 1 else None


def _is_free(label: Labeled, layouts: Sequence[PageLayout]) -> bool:
    """True where the label stands outside every table: inside one it dates lines."""
    tables = [table for layout in layouts for table in layout.tables]
    beside = any(label.label[0] in table.head for table in tables if table.is_paired)
    return not beside and not any(
        label.label[0] in atom.tokens for table in tables for row in table.rows for atom in row.atoms
    )
