"""Whom the care was for: by a label, before a birth date, behind "for", or as the person whom the paper is sent to."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from plainbill.case import DocumentKind
from plainbill.reading.fields.accounts_of_families import account_holder
from plainbill.reading.fields.blank_boxes import is_left_blank
from plainbill.reading.fields.care_of import named_above_care_of
from plainbill.reading.fields.greetings import greeted_person
from plainbill.reading.fields.payers import cell_value
from plainbill.reading.fields.persons import OFFICE, is_a_persons_name, names_no_person
from plainbill.reading.fields.relatives import only_relative
from plainbill.reading.labels.address_words import PO_BOX
from plainbill.reading.labels.finding import Labeled
from plainbill.reading.labels.label_words import label_meaning
from plainbill.reading.labels.name_blocks import (
    Party,
    is_clinician,
    is_organization,
    is_title,
)
from plainbill.reading.labels.values import value_in
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.atoms import Atom
from plainbill.reading.rows.found import Found, from_atoms
from plainbill.reading.terms.vocabulary import plain_key

_UPPER = 0.45
_NEXT = 2.2
_OF_A_PERSON = frozenset({"patient.date_of_birth", "patient.medical_record_number", "patient.sex"})
_OF_A_MEMBER = frozenset({"coverage.member_id"})


def patient_name(
    page: PageLayout, parties: Sequence[Party], labels: Sequence[Labeled], kind: DocumentKind, taken: Collection[str]
) -> Found | None:
    """Return the name of the patient, None where the page names nobody; `taken` are the names of provider and payer."""
    labels = [label for label in labels if not _is_a_labs_client(label) and not _says_what_for(label)]
    labeled = [v for v in _labeled(_patients_first(labels), "patient.name") if not is_title(str(v.value))]
    # "Statement for" leads to a person, or to what the paper is good for.
    named = next((v for v in labeled if not is_organization(str(v.value))), next(iter(labeled), None))
    named = named or _in_boxes(labels)
    if named is None and is_left_blank(page, labels):
        return None
    named = named or only_relative(page) or greeted_person(page)
    named = named or (account_holder(page) if kind == "bill" else None)
    # "Send it to: Grievances and" goes on below.
    addressees = (
        v for v in _labeled(labels, "addressee.name") if not is_said(str(v.value)) and not OFFICE.search(str(v.value))
    )
    named = named or next((v for v in addressees if not is_organization(str(v.value))), None)
    named = named or _before(page, labels, _OF_A_PERSON) or _prepared_for(page)
    if named is None and kind == "bill":
        named = _before(page, _behind_dashes(page, labels), {"account"})
    if named is None and kind == "estimate":
        named = _before(page, labels, _OF_A_MEMBER | {"coverage.plan_name"})
    if named is None and kind == "eob":
        named = (
            _in_running_head(page, _keys(taken))
            or _above_a_street(page, _keys(taken))
            or _before(page, labels, _OF_A_MEMBER)
            or _above(page, labels, _OF_A_MEMBER)
        )
    if named is None and kind != "insurance_card":
        named = next((name for name in _addressed(parties) if plain_key(str(name.value)) not in _keys(taken)), None)
    if named is None and kind == "eob":
        named = _only_member(labels)
    return _in_full(_child_of(named_above_care_of(named, page)), labels)


def _only_member(labels: Sequence[Labeled]) -> Found | None:
    """The member's name where a birth date, which is the patient's, stands beside it or on the next row.

    Elsewhere the care may have been for another of the family.
    """
    members = [value for value in _labeled(labels, "subscriber") if not is_organization(str(value.value))]
    if len({plain_key(str(value.value)) for value in members}) != 1:
        return None
    born = [*_labeled(labels, "patient.date_of_birth")]
    height = members[0].tokens[0].box.height
    near = (birth.page == members[0].page and abs(birth.y - members[0].y) < _NEXT * height for birth in born)
    return members[0] if any(near) else None


def _in_full(named: Found | None, labels: Sequence[Labeled]) -> Found | None:
    """The whole name where the claim is for a member by the first name alone: "Claim for Ada (self)"."""
    if named is None or " " in str(named.value):
        return named
    members = (value for field in ("subscriber", "patient.name") for value in _labeled(labels, field))
    first = plain_key(str(named.value))
    whole = (v for v in members if " " in str(v.value) and plain_key(str(v.value).split()[0]) == first)
    return next(whole, named)


def _child_of(named: Found | None) -> Found | None:
    """The child whose parents a paper is sent to: "To the parent or guardian of Ada Lombard"."""
    words = str(named.value).split() if named is not None else []
    addressed = _OF_A_CHILD.match(" ".join(words))
    if named is None or addressed is None or len(named.tokens) != len(words):
        return named
    size = len(addressed.group().split())
    return Found(value=" ".join(words[size:]), tokens=named.tokens[size:])


_GUARDIANS = r"(?:parents?|guardians?|parent\(s\)|guardian\(s\))"
_OF_A_CHILD = re.compile(
    rf"^(?:to\s)?(?:the\s)?{_GUARDIANS}(?:\s?(?:/|and|or|&)\s?(?:legal\s)?{_GUARDIANS})?\sof:?\s(?=\S)", re.IGNORECASE
)


def _is_a_labs_client(label: Labeled) -> bool:
    """True for the doctor whom a laboratory works for: "CLIENT  Dr. W. Sefton #4471"."""
    said = [token.text.strip(":").lower() for token in label.label]
    return said[:1] == ["client"] and is_clinician(str(label.value.value))


def _says_what_for(label: Labeled) -> bool:
    """True for what a paper is about behind "for": "Estimate for  Knee Scope with Repair", "Bill for Lab Work"."""
    value = str(label.value.value)
    told = _OF_A_THING.search(value) is not None or _OF_CARE.search(value) is not None
    return label.label[-1].text.strip(":").lower() == "for" and told


_OF_A_THING = re.compile(
    r"\s(?:with|without|of|and|or|in|on|by|per|under)\s"
    r"|^(?i:january|february|march|april|may|june|july|august|september|october|november|december)$"
)
_OF_CARE = re.compile(r"\s(?:visits?|services?|work|tests?|exams?|stay|care|charges?|treatments?)$", re.IGNORECASE)


def is_said(name: str) -> bool:
    """Return whether the words are the end of a sentence: "Mail this form to:  I want to dispute the debt"."""
    return _OF_A_SENTENCE.search(name) is not None


_OF_A_SENTENCE = re.compile(r"\b(?:to|the|you|your|this|is|are|was|want|we)\b")
_OF_THE_PATIENT = re.compile(r"\b(?:patient|client|resident|beneficiary|recipient|pt)\b", re.IGNORECASE)
_OF_A_CLAIM = re.compile(r"^claim\s.*\bfor\b", re.IGNORECASE)


def _patients_first(labels: Sequence[Labeled]) -> list[Labeled]:
    """The labels, those with the word "patient" before "prepared for" and the like, which may lead to a member.

    "Claim detail for" names whose claim it is, "Statement for" whom it is sent to.
    """
    return sorted(labels, key=_rank)


def _rank(label: Labeled) -> int:
    said = " ".join(token.text for token in label.label)
    return 0 if _OF_A_CLAIM.search(said) else 1 if _OF_THE_PATIENT.search(said) else 2


def _in_boxes(labels: Sequence[Labeled]) -> Found | None:
    """The name whose parts stand in boxes of their own: "Patient First Name", "Middle Name", "Last Name".

    Or all in one: "First / middle / last name".
    """
    firsts = [label for label in labels if label.field == "first_name"]
    whole = (label.value for label in firsts if any("last" in token.text.lower() for token in label.label))
    if (name := next(whole, None)) is not None:
        return name
    parts = [next(_labeled(labels, field), None) for field in ("first_name", "middle_name", "last_name")]
    if parts[0] is None or parts[-1] is None:
        return None
    printed = [part for part in parts if part is not None]
    text = " ".join(str(part.value) for part in printed)
    return Found(value=text, tokens=tuple(token for part in printed for token in part.tokens))


def _labeled(labels: Sequence[Labeled], field: str) -> Iterator[Found]:
    return (label.value for label in labels if label.field == field)


def _keys(names: Collection[str]) -> frozenset[str]:
    return frozenset(plain_key(name) for name in names)


def _addressed(parties: Sequence[Party]) -> Iterator[Found]:
    for party in parties:
        name = str(party.name.value) if party.name is not None else ""
        if party.name is not None and not names_no_person(name) and not is_clinician(name):
            yield party.name


def _before(page: PageLayout, labels: Sequence[Labeled], fields: Collection[str]) -> Found | None:
    """The name that stands before the label of a birth date or number: "Walter Nakai DOB: 02/17/1951"."""
    starts = {label.label[0] for label in labels if label.field in fields}
    for row in page.free:
        for place, cell in enumerate(row):
            at = next((i for i, atom in enumerate(cell.atoms) if starts & set(atom.tokens)), None)
            cells = [each for each in (_without_aside(other.atoms) for other in row[:place]) if each]
            before = _without_label(_without_aside(cell.atoms[:at]) if at or not cells else cells[-1])
            name = " ".join(atom.text for atom in before).strip(" ,;-")
            if at is not None and before and is_a_persons_name(name):
                return from_atoms(name, before)
    return None


def _behind_dashes(page: PageLayout, labels: Sequence[Labeled]) -> list[Labeled]:
    """The labels that a dash parts from what stands before them: "Ada Lombard - account LC-10447"."""
    atoms = [atom for row in page.free for cell in row for atom in cell.atoms]
    behind = {after.tokens[0] for atom, after in pairwise(atoms) if atom.kind == "dash"}
    return [label for label in labels if label.label[0] in behind]


def _without_aside(atoms: Sequence[Atom]) -> Sequence[Atom]:
    """The atoms without what stands in parentheses behind a name: "Ada Lombard (she/her)"."""
    opened = next((i for i, atom in enumerate(atoms) if atom.text.startswith("(")), len(atoms))
    return atoms[:opened] if atoms and atoms[-1].text.endswith(")") else atoms


def _above(page: PageLayout, labels: Sequence[Labeled], fields: Collection[str]) -> Found | None:
    """The name that stands right above the label of a number, from its left edge."""
    starts = {label.label[0] for label in labels if label.field in fields}
    for row, below in zip(page.free, page.free[1:], strict=False):
        under = [cell for cell in below if cell.atoms and starts & set(cell.atoms[0].tokens)]
        for cell in row:
            name = cell_value(cell)
            near = any(
                abs(other.x0 - cell.x0) < cell.height and other.y - cell.y < _NEXT * cell.height for other in under
            )
            if near and is_a_persons_name(str(name.value)):
                return name
    return None


def _without_label(atoms: Sequence[Atom]) -> Sequence[Atom]:
    """The atoms without "Patient" or "Patient name" before them and what opens an aside behind: "(DOB".

    None of them where they are a label: below "NAME OF PATIENT" may stand nothing.
    """
    said = label_meaning(atoms) if atoms else None
    kept = [] if said is not None and said.listed else list(atoms)
    while kept and kept[0].text.strip(":.").lower() in _SAYS_WHO:
        kept = kept[1:]
    while kept and not any(map(str.isalnum, kept[-1].text)):
        kept.pop()
    return kept


def _prepared_for(page: PageLayout) -> Found | None:
    """The person behind a day and "for": "prepared on May 8, 2026 for Ada Lombard"."""
    for row in page.free:
        for cell in row:
            for i, atom in enumerate(cell.atoms[:-2], start=1):
                if atom.date is None or cell.atoms[i].text.lower() != "for":
                    continue
                name = value_in(cell.atoms[i + 1 :], "person")
                words = str(name.value).split() if name is not None else []
                if (
                    len(words) in {2, 3, 4}
                    and all(word[:1].isupper() for word in words)
                    and not is_organization(" ".join(words))
                ):
                    return name
    return None


_SAYS_WHO = frozenset({"patient", "pt", "name", "client", "for", "prepared", "issued", "estimate"})
_STREET = re.compile(rf"^\d{{1,5}}[A-Z]?\s+[A-Z]|^{PO_BOX}\s", re.IGNORECASE)


# What the pages of a notice begin with beside the name of whom it is for.
_RUNNING = re.compile(r"^(?:this is not a bill\b)?\s?(?:(?:page )?\d{1,2} (?:of|/) \d{1,2})?$", re.IGNORECASE)


def _in_running_head(page: PageLayout, taken: Collection[str]) -> Found | None:
    """The one person at the top of a notice, with nothing above or beside but that it is no bill and the page."""
    names: list[Found] = []
    furniture = 0
    for row in page.free:
        others = [cell for cell in row if not _RUNNING.match(cell.text)]
        # Names in large print stand so far apart that they are cells of their own.
        words = [atom for cell in others for atom in cell.atoms]
        name = " ".join(atom.text for atom in words)
        if words and (names or not is_a_persons_name(name)):
            break
        if plain_key(name) in taken:
            return None
        furniture += len(row) - len(others)
        names += [from_atoms(name, words)] if words else []
    return names[0] if names and furniture else None


def _above_a_street(page: PageLayout, taken: Collection[str]) -> Found | None:
    """The person whom a notice is sent to: the name above a street in the upper part of the page."""
    rows = [row for row in page.free if row and row[0].y < _UPPER * page.height]
    for row, below in zip(rows, rows[1:], strict=False):
        for cell in row:
            street = any(
                _STREET.match(other.text)
                and abs(other.x0 - cell.x0) < cell.height
                and other.y - cell.y < _NEXT * cell.height
                for other in below
            )
            name = cell_value(cell)
            named = is_a_persons_name(str(name.value)) and plain_key(str(name.value)) not in taken
            if street and named and not is_clinician(str(name.value)):
                return name
    return None
