"""Who gave the care that a plan's paper is about: by a label, by their number, or by the name above the services."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plainbill.reading.columns.table import TableRow
from plainbill.reading.fields.offices_of_visits import office_of_visit
from plainbill.reading.fields.offices_told import office_told
from plainbill.reading.fields.paper_numbers import values_for
from plainbill.reading.fields.payers import cell_value
from plainbill.reading.fields.persons import NAMES_OF_PERSONS
from plainbill.reading.labels.finding import Labeled
from plainbill.reading.labels.name_blocks import Party, is_clinician, is_organization
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.atoms import Cell
from plainbill.reading.rows.found import Found, alike, from_atoms
from plainbill.reading.rows.tokens import Token
from plainbill.reading.tables.services import entries_of
from plainbill.reading.terms.running_text import is_running_text
from plainbill.reading.terms.vocabulary import field_labels, header_words, plain_key
from plainbill.reading.terms.wording import is_department

# Who insures gives no care: "Silver Heron Health Plans" under the emblem of their plan.
_INSURES = re.compile(r"\b(?:health plans?|insurance|assurance|PDP|HMO)\b", re.IGNORECASE)


# Nor does who handles the claims of an employer's plan.
_ADMINISTERS = re.compile(
    r"\b(?:administered|processed|underwritten|adjudicated|insured)\s(?:by|for)\b|\bclaims?\sadministrat", re.IGNORECASE
)

_NEXT_ROW = 2.0


def provider_of_claims(
    pages: Sequence[PageLayout], labels: Sequence[Labeled], parties: Sequence[Party], payer: Found | None
) -> Iterator[tuple[str, Found]]:
    """Return the provider's name, and address and phone where a block has them; `payer` is the name of who sends it."""
    page = pages[0]
    treated = [label for label in labels if not _is_of_a_claim(label, labels)]
    offices = (_without_badge(name) for name in values_for(treated, "rendering") if is_organization(str(name.value)))
    named = _labeled(labels) or _before_their_number(page, labels) or next(offices, None)
    named = (
        named
        or _before_their_claim(page, labels)
        or _behind_every_claim(pages, labels)
        or _office_on(pages, labels)
        or office_told(pages)
    )
    if named is not None and not (payer is not None and alike(named, payer)):
        yield "provider.name", named
        own = next((party for party in parties if party.name is not None and alike(party.name, named)), None)
        if own is not None and own.address is not None:
            yield "provider.address", own.address
        if own is not None and own.phone is not None:
            yield "provider.phone", own.phone
        return
    # A doctor in a practice of their own may have a block as offices have: "Dr. Ada Lombard, 555-0103".
    blocks = [party for party in parties if _is_office(party, payer)]
    blocks = blocks or [party for party in parties if _is_clinicians(party) and not _is_told_of(party, labels)]
    if _are_of_several_claims(blocks, labels):
        return
    if (block := next(iter(blocks), None)) is not None:
        for field, value in (("name", block.name), ("address", block.address), ("phone", block.phone)):
            if value is not None:
                yield f"provider.{field}", value
        return
    # A dentist or doctor in a practice of their own bears no firm's name.
    dentist = next((v for v in values_for(treated, "rendering") if is_clinician(str(v.value))), None)
    if (found := dentist or _below_their_claim(page, labels) or _above_services(pages)) is not None:
        yield "provider.name", found


def _is_of_a_claim(label: Labeled, labels: Sequence[Labeled]) -> bool:
    """True for a label beside that of one claim among several: "Claim   Who treated you"."""
    claims = [other for other in labels if other.field == "claim_number"]
    first = label.label[0]
    beside = any(
        other.label[0].page == first.page and abs(other.label[0].y - first.y) < first.box.height for other in claims
    )
    return beside and len({str(other.value.value) for other in claims}) > 1


def _labeled(labels: Sequence[Labeled]) -> Found | None:
    """The name behind its label; a word of heads behind "PROV" is the head of the next column."""
    named = (label.value for label in labels if label.field == "provider.name")
    heads = header_words()
    known = ((name, heads.find(str(name.value).split())) for name in named)
    return next((_without_badge(name) for name, of_heads in known if of_heads is None or not of_heads.exact), None)


_BEHIND_A_NAME = re.compile(r",?\s\(?(?:in|out)[- ](?:of[- ])?(?:(?:your|our|the)\s)?network\)?$", re.IGNORECASE)


def _without_badge(name: Found) -> Found:
    """The name without the badge behind it: "Sandhill Clinic, out of network"."""
    bare = _BEHIND_A_NAME.sub("", str(name.value))
    whole, size = len(str(name.value).split()), len(bare.split())
    if size == whole or len(name.tokens) != whole:
        return name
    return Found(value=bare, tokens=name.tokens[:size])


def _office_on(pages: Sequence[PageLayout], labels: Sequence[Labeled]) -> Found | None:
    """The one office that a badge says to be in the network, of a single claim on whatever page that is."""
    if len({str(label.value.value) for label in labels if label.field == "claim_number"}) > 1:
        return office_of_visit(pages[0])
    found = [office for page in pages if (office := office_of_visit(page)) is not None]
    return found[0] if found and all(alike(office, found[0]) for office in found) else None


def _are_of_several_claims(blocks: Sequence[Party], labels: Sequence[Labeled]) -> bool:
    """True where offices of several names stand above claims of their own: none of them is that of the paper."""
    claims = sorted({label.label[0].y for label in labels if label.field == "claim_number"})
    names = {plain_key(str(block.name.value)): block.y for block in blocks if block.name is not None}
    opened = {next((i for i, y in enumerate(claims) if y > at), None) for at in names.values()}
    return len(names) > 1 and len(opened - {None}) == len(names)


def _is_office(party: Party, payer: Found | None) -> bool:
    name = str(party.name.value) if party.name is not None else ""
    if party.name is None or not is_organization(name) or _INSURES.search(name) or _ADMINISTERS.search(name):
        return False
    if is_running_text(name):
        return False
    # "juniper" over the letter is the emblem of "Juniper Health" below it.
    own = payer is not None and plain_key(str(payer.value)) in plain_key(str(party.name.value))
    return payer is None or not own and not alike(party.name, payer)


def _is_clinicians(party: Party) -> bool:
    """True for the name of a clinician over an address, with or without a phone behind it."""
    return party.name is not None and party.address is not None and is_clinician(str(party.name.value))


def _is_told_of(party: Party, labels: Sequence[Labeled]) -> bool:
    """True for a clinician who is insured or was treated: the paper goes to their address."""
    persons = {plain_key(str(label.value.value)) for label in labels if label.field in NAMES_OF_PERSONS}
    name = plain_key(str(party.name.value)) if party.name is not None else ""
    return any(name.startswith(person) for person in persons)


def _before_their_number(page: PageLayout, labels: Sequence[Labeled]) -> Found | None:
    """The practice that a remittance prints right before its number: "SUNSET RIDGE PODIATRY   NPI: 1669900123"."""
    numbers = {label.label[0] for label in labels if label.field == "provider.npi"}
    rows = (row for row in page.cells if len(row) > 1 and is_organization(row[0].text))
    named = next((row[0] for row in rows if any(cell.tokens[0] in numbers for cell in row[1:])), None)
    return cell_value(_behind_a_label(named)) if named is not None else None


def _behind_a_label(cell: Cell) -> Cell:
    """The cell without a label that says who is paid: "Pay-to: Maple Clinic"."""
    at = next((i for i, atom in enumerate(cell.atoms[:-1], start=1) if atom.text.endswith(":")), 0)
    return replace(cell, atoms=cell.atoms[at:])


def _behind_every_claim(pages: Sequence[PageLayout], labels: Sequence[Labeled]) -> Found | None:
    """The office behind the number of each claim: "CLAIM E501882   PROVIDER MAPLE CLINIC   PAID TO PROVIDER"."""
    claims = {label.label[0] for label in labels if label.field == "claim_number"}
    rows = (row for page in pages for row in page.cells if row and row[0].tokens[0] in claims)
    found = [next(_names_of_offices(row[1:]), None) for row in rows]
    if not any(found):
        found = list(_behind_numbers_of_claims(pages, claims))
    first = found[0] if found else None
    return first if first is not None and all(name is not None and alike(name, first) for name in found) else None


_CLAIM = re.compile(
    r"^claim\s(?:(?:no\.?|number|#)\s)?(?=\S*\d{3})[\w-]+[,:]?\s(?:[-\u2013\u2014|\u00b7]\s)?"
    r"(?P<name>[A-Z][A-Za-z&'. -]{4,50})$",
    re.IGNORECASE,
)


def _behind_numbers_of_claims(pages: Sequence[PageLayout], claims: set[Token]) -> Iterator[Found | None]:
    """The office that stands behind the number of each claim with no label between: "Claim 4471-01 Maple Clinic"."""
    for row in (row for page in pages for row in page.cells if row):
        printed = [atom for cell in row for atom in cell.atoms]
        # The number of the member may stand before that of the claim.
        begins = next((i for i, atom in enumerate(printed) if claims & set(atom.tokens)), 0)
        atoms = printed[begins:]
        match = _CLAIM.match(" ".join(atom.text for atom in atoms))
        if match is not None and is_organization(match["name"]):
            yield from_atoms(match["name"], atoms[-len(match["name"].split()) :])


def _names_of_offices(cells: Sequence[Cell]) -> Iterator[Found]:
    """What cells print behind a word that announces an office, without a colon."""
    for cell in cells:
        called, *name = cell.atoms
        meaning = field_labels().find((called.text.strip(":"),))
        if meaning is not None and meaning.exact and meaning.fields[0] == "provider.name" and name:
            words = " ".join(atom.text for atom in name)
            if is_organization(words) and not any(mark.isdigit() for mark in words):
                yield from_atoms(words, name)


def _before_their_claim(page: PageLayout, labels: Sequence[Labeled]) -> Found | None:
    """The office that stands right before the number of its claim: "Fairhaven Smiles PLLC | Claim DEN-2604-00917"."""
    claims = {label.label[0] for label in labels if label.field == "claim_number"}
    others = {token for label in labels for token in label.label} - claims
    for row in page.cells:
        atoms = [atom for cell in row for atom in cell.atoms]
        at = next((i for i, atom in enumerate(atoms) if claims & set(atom.tokens)), 0)
        name = " ".join(atom.text for atom in atoms[:at])
        labeled = ":" in name or any(others & set(atom.tokens) for atom in atoms[:at])
        if at and atoms[0].kind == "text" and is_organization(name) and not labeled:
            return from_atoms(name, atoms[:at])
    return None


def _below_their_claim(page: PageLayout, labels: Sequence[Labeled]) -> Found | None:
    """The office that stands alone below the number of its claim, where it begins: no other label announces it."""
    claims = [label.label[0] for label in labels if label.field == "claim_number"]
    printed = {token for label in labels for token in (*label.label, *label.value.tokens)}
    for first in claims:
        for row in page.cells:
            name = row[0] if row else None
            if name is None or not is_organization(name.text) or printed & set(name.tokens):
                continue
            height = first.box.height
            below = name.tokens[0].page == first.page and 0 < name.y - first.y < _NEXT_ROW * height
            bare = all(atom.kind == "text" for atom in name.atoms) and not any(map(str.isdigit, name.text))
            if below and abs(name.x0 - first.box.x0) < height and bare and not is_running_text(name.text):
                return cell_value(name)
    return None


def _above_services(pages: Sequence[PageLayout]) -> Found | None:
    """The office whose name alone stands between the head of a table and its first service, wherever that is.

    Where another stands above later services, neither is that of the paper.
    """
    for table in (table for page in pages for table in page.tables):
        row = table.rows[0] if table.head and table.rows else None
        # What was done may begin above its amounts.
        owned = {id(words) for entry in entries_of(table) for words in entry.words}
        if row is None or id(row) in owned or row.role != "words" or not is_organization(row.text):
            continue
        if is_department(row.text):
            continue
        others = [other for other in table.rows if other.role == "words" and id(other) not in owned]
        names = {plain_key(_named(other)) for other in others if is_organization(other.text)}
        name = _named(row)
        return from_atoms(name, row.atoms[: len(name.split())]) if len(names) == 1 else None
    return None


def _named(row: TableRow) -> str:
    """The name without what stands in parentheses behind it: "(plan provider)"."""
    return row.text.partition(" (")[0]
