"""The day of a visit that a sentence tells: "You saw Dana Ruiz, NP on October 6, 2026", "for the visit on April 13".

So does the day by which to pay, below the amount: "$120.00 to pay" over "for your visit of May 4, by June 3, 2026".
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from plainbill.case import DocumentKind
from plainbill.reading.fields.offices_of_visits import heads_visit
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.found import Found

# So many words before the day may tell of what it is; a sentence may wrap between them.
_REACH = 12
_OF_CARE = re.compile(
    r"\b(?:you saw|you were seen|you came in|you visited|(?:your|the) (?:\w+ )?visit"
    r"|all (?:the |of the )?(?:services|care|charges)(?: were)?(?: (?:given|provided|performed|done|rendered))?)\b",
    re.IGNORECASE,
)
_ON = re.compile(r"\bon$|\bvisit of$", re.IGNORECASE)
# "Clinic: Larch School, seen Monday, March 2, 2026": it says when with no "on".
_SEEN = re.compile(r",\s(?:was\s)?seen(?:\son)?(?:\s(?:mon|tues|wednes|thurs|fri|satur|sun)day,?)?$", re.IGNORECASE)
_LONGEST_SEEN = 4
# Such words begin a row: within a sentence they may tell of what is to come.
_BEGINS = re.compile(r"^(?:your )?(?:\w+ )?(?:surgery|procedure|operation) on$", re.IGNORECASE)
# The subject of a letter: "Re: your account 10442, outpatient surgery on May 7, 2026".
_SUBJECT = re.compile(
    r"^(?:re|regarding|subject):?\s.*\b(?:visit|stay|surgery|procedure|operation|services?|care|treatment|admission|tests?"
    r"|exam|scan)\b[^.]{0,20}\s(?:on|of|from)$",
    re.IGNORECASE,
)
# What was written about care, and care that is to come.
_OF_NO_CARE = re.compile(
    r"\b(?:appointment|upcoming|planned|booked|reserved|requested|proposed"
    r"|your (?:letter|call|request|complaint|question)|sent|received|filed|mailed|dated|written)\b",
    re.IGNORECASE,
)
# "Surgery on May 7 must be confirmed" tells of what is to come.
_TO_COME = re.compile(r"^\W*(?:must|will|needs?|requires?|is (?:scheduled|planned|coming))\b", re.IGNORECASE)
_OF_ANOTHER = re.compile(
    r"\b(?:next|follow|schedul\w*|return|before|after|since|until|last|previous|will)\b", re.IGNORECASE
)


def visit_told(layouts: Sequence[PageLayout]) -> Found | None:
    """Return the one day that sentences of the first page say the visit was on, None for none and for several."""
    atoms = [atom for row in layouts[0].free for cell in row for atom in cell.atoms]
    days = [
        atom
        for i, atom in enumerate(atoms)
        if atom.date is not None and _is_of_a_visit(atoms[:i]) and not _TO_COME.match(_words(atoms[i + 1 : i + 4]))
    ]
    days += [
        below[0].atoms[0]
        for row, below in pairwise(layouts[0].free)
        if heads_visit(row) is not None and len(below) == 1 and len(below[0].atoms) == 1 and below[0].atoms[0].date
    ]
    if not days or any(atom.date != days[0].date for atom in days):
        return None
    return Found(value=days[0].date, tokens=days[0].tokens)


def _words(atoms: Sequence[Atom]) -> str:
    return " ".join(atom.text for atom in atoms)


def _is_of_a_visit(before: Sequence[Atom]) -> bool:
    """True where the words up to a day end in "on" or "visit of" and say in one sentence that somebody was seen."""
    if before and _SEEN.search(_words(before[-_LONGEST_SEEN:])):
        return True
    if not before or not _ON.search(_words(before[-2:])):
        return False
    level = 0.5 * before[-1].tokens[0].box.height
    row = _words([atom for atom in before if abs(atom.y - before[-1].y) < level])
    if _BEGINS.match(row):
        return _OF_ANOTHER.search(row) is None
    words = _words(before[-_REACH:])
    said = re.split(r"[.!?]\s", words)[-1]
    return _OF_CARE.search(said) is not None and _OF_ANOTHER.search(said) is None


_HOUR = re.compile(r"^\d{1,2}:\d{2}(?::\d{2})?(?:[AP]M)?$", re.IGNORECASE)


def stamped(layouts: Sequence[PageLayout], kind: DocumentKind) -> Found | None:
    """Return the one day that a receipt prints with the hour: "09/12/2026 4:18 PM"; None for none and for several."""
    if kind != "bill":
        return None
    rows = ([atom for cell in row for atom in cell.atoms] for row in layouts[0].free)
    days = [day for own in rows for day, hour in pairwise(own) if day.date is not None and _HOUR.match(hour.text)]
    if not days or days[0].until is not None or len({str(day.date) for day in days}) > 1:
        return None
    return Found(value=days[0].date, tokens=days[0].tokens)


def day_in_subject(layouts: Sequence[PageLayout]) -> Found | None:
    """Return the day of care that the subject of a letter tells, None for none."""
    for row in layouts[0].free:
        atoms = [atom for cell in row for atom in cell.atoms]
        for i, atom in enumerate(atoms):
            said = _words(atoms[:i])
            if atom.date is None or not _SUBJECT.match(said):
                continue
            if not _OF_ANOTHER.search(said) and not _OF_NO_CARE.search(said):
                return Found(value=atom.date, tokens=atom.tokens)
    return None


_PLANNED = re.compile(
    r"\b(?:is|are|care|services?|visit|procedure|surgery)\s(?:planned|scheduled|expected|set)\s"
    r"(?:(?:to\s(?:start|begin|take\splace|happen|be))\s)?(?:on|for|in)$"
    # "You asked what your imaging on April 12, 2026 will cost."
    r"|\b(?:what|how\smuch)\s(?:your|the)\s(?:\w+\s){1,3}on$",
    re.IGNORECASE,
)
# What is planned besides the care that an estimate is for.
_OF_OTHER_PLANS = re.compile(r"\b(?:payments?|follow|next|again|call|claim|appeal)\b", re.IGNORECASE)


def planned_day(layouts: Sequence[PageLayout]) -> Found | None:
    """Return the one day on which sentences of an estimate say that the care is planned to start, None for none."""
    rows = [[atom for cell in row for atom in cell.atoms] for layout in layouts for row in layout.free]
    atoms = [atom for row in rows for atom in row]
    days = []
    for i, atom in enumerate(atoms):
        before = re.split(r"[.!?]\s", _words(atoms[max(0, i - _REACH) : i]))[-1]
        if atom.date is not None and _PLANNED.search(before) and not _OF_OTHER_PLANS.search(before):
            days.append(atom)
    days += [
        below[0].atoms[0]
        for row, below in pairwise(layouts[0].free)
        if heads_visit(row) is not None and len(below) == 1 and len(below[0].atoms) == 1 and below[0].atoms[0].date
    ]
    if not days or any(day.date != days[0].date for day in days):
        return None
    return Found(value=days[0].date, tokens=days[0].tokens)


_TO_PAY = re.compile(r"\b(?:to pay|pay|due|you owe)\b", re.IGNORECASE)
_LONGEST_ASKED = 5
# By such a day there is something off, or something was received.
_OF_ANOTHER_DAY = re.compile(
    r"\b(?:if|off|discounts?|save|includ\w*|reflect\w*|posted|(?:payments?|services?) (?:received|made|provided))\b|%",
    re.IGNORECASE,
)


def due_told(layouts: Sequence[PageLayout]) -> Found | None:
    """Return the day behind the only "by" of the row below the amount that the first page asks for, None for none."""
    rows = [[atom for cell in row for atom in cell.atoms] for row in layouts[0].cells]
    for above, own in pairwise(rows):
        asked = [atom for atom in above if atom.money is not None]
        words = _words(above)
        if len(asked) != 1 or len(above) > _LONGEST_ASKED or not _TO_PAY.search(words):
            continue
        if _OF_ANOTHER_DAY.search(_words(own)):
            continue
        days = [other for one, other in pairwise(own) if other.date is not None and one.text.lower() == "by"]
        if len(days) == 1:
            return Found(value=days[0].date, tokens=days[0].tokens)
    return None


def due_in_a_label(layouts: Sequence[PageLayout]) -> Found | None:
    """Return the day behind "by" in the words before what is asked for: "Amount you owe by 11/04/2026   82.80"."""
    for layout in layouts:
        asked = [set(label.label) for label in layout.labels if label.field in {"balance_due", "total_owed"}]
        for atoms in ([atom for cell in row for atom in cell.atoms] for row in layout.cells):
            for one, day in pairwise(atoms):
                said = any({*one.tokens, *day.tokens} <= label for label in asked)
                if said and day.date is not None and one.text.lower() == "by":
                    return Found(value=day.date, tokens=day.tokens)
    return None
