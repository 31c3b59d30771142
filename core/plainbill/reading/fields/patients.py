"""A notice, remittance or bill with several patients: each is a paper of its own, under the head that they share."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import combinations

from plainbill.reading.fields.accounts_of_families import accounts_opened, sums_of_families
from plainbill.reading.fields.relatives import relatives_of
from plainbill.reading.labels.finding import Labeled
from plainbill.reading.layout import PageLayout
from plainbill.reading.page import Box, PageWords, Word
from plainbill.reading.rows.forming import Row
from plainbill.reading.rows.legend_titles import heads_a_legend
from plainbill.reading.rows.tokens import Token
from plainbill.reading.terms.money import parse_money
from plainbill.reading.terms.vocabulary import plain_key

_NAMES = frozenset({"patient.name", "addressee.name"})
# What opens a claim beside the patient's name.
_BESIDE = frozenset({"coverage.member_id", "claim_number", "account"})
_FEWEST_PATIENTS = 2
_FEWEST_WITHOUT_NAME = 3
_MISTAKEN = 2
# The head of a table stands within so many rows of the number of its claim.
_HEAD_WITHIN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opening:
    """The row that opens a claim: where it stands and whose claim it is."""

    page: int
    y: float
    patient: str
    member: str = ""


def by_patient(pages: Sequence[PageWords], layouts: Sequence[PageLayout]) -> tuple[tuple[PageWords, ...], ...]:
    """Return the pages once for each patient, without the claims of the others; all as they are where there is one."""
    openings = _named(sorted(_openings(layouts), key=lambda opening: (opening.page, opening.y)))
    patients = list(dict.fromkeys(opening.patient for opening in openings))
    if len(patients) < _FEWEST_PATIENTS:
        return (tuple(pages),)
    return tuple(tuple(_of(patient, openings, pages, layouts)) for patient in patients)


def as_of_all(layout: PageLayout, whole: Sequence[PageLayout]) -> PageLayout:
    """Return the layout of a page of one patient's part, of the kind of the whole where too little is left to tell."""
    kind = next((page.kind for page in whole if page.kind is not None), None)
    return layout if layout.kind is not None or not layout.rows else replace(layout, kind=kind, medical=True)


def _named(openings: Sequence[_Opening]) -> list[_Opening]:
    """The openings, each with a patient: the name beside the same member number, else the number itself.

    Where no name has a member number beside it, rows of numbers without a name open nothing, nor does a number that a
    family shares. Where no row has a name, as when all are blacked out, numbers that are no misreading of each other
    tell the patients.
    """
    if not any(opening.patient for opening in openings):
        members = {opening.member for opening in openings}
        apart = all(_are_apart(one, other) for one, other in combinations(members, 2))
        return [replace(opening, patient=opening.member) for opening in openings] if apart else []
    names: dict[str, set[str]] = {}
    for opening in openings:
        if opening.patient:
            names.setdefault(opening.member, set()).add(opening.patient)
    if not any(names):
        return [opening for opening in openings if opening.patient]
    told = (
        (opening, {opening.patient} if opening.patient else names.get(opening.member, {opening.member}))
        for opening in openings
    )
    return [replace(opening, patient=min(patients)) for opening, patients in told if len(patients) == 1]


def _are_apart(one: str, other: str) -> bool:
    """True where two numbers differ in more than a reader mistakes or a family's last digits do."""
    same = sum(block.size for block in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks())
    return max(len(one), len(other)) - same > _MISTAKEN


def _is_among(row: Row, layout: PageLayout) -> bool:
    """True where a row stands in a table above a service and is none itself: it opens what follows."""
    for table in layout.tables:
        roles = [each.role for each in table.rows]
        for at, each in enumerate(table.rows):
            if each.role == "words" and any(row.tokens[0] in atom.tokens for atom in each.atoms):
                return "service" in roles[at:]
    return False


def _member(labels: Sequence[Labeled], row: Row) -> str:
    found = (label for label in labels if label.field == "coverage.member_id" and _is_here(label, row))
    return plain_key(str(label.value.value)) if (label := next(found, None)) is not None else ""


def _openings(layouts: Sequence[PageLayout]) -> Iterator[_Opening]:
    for page, layout in enumerate(layouts):
        if layout.kind == "bill":
            for at, holder in accounts_opened(layout):
                yield _Opening(page=page, y=layout.rows[at].y, patient=plain_key(str(holder.value)))
        if layout.kind not in {"eob", None}:
            continue
        relatives = {at: plain_key(str(name.value)) for at, name in relatives_of(layout)}
        for at, row in enumerate(layout.rows):
            labels = [label for label in layout.labels if label.label[0] in row.tokens]
            if at in relatives:
                yield _Opening(page=page, y=row.y, patient=relatives[at], member=_member(labels, row))
                continue
            # Values stand beside their labels, or all of them on the row below.
            below = layout.rows[at + 1] if at + 1 < len(layout.rows) else row
            told = row if any(_is_here(label, row) for label in labels) else below
            name = next((label for label in labels if _NAMES & set(label.fields) and _is_here(label, told)), None)
            beside = [label.field for label in labels if label.field in _BESIDE and _is_here(label, told)]
            # Where numbers are blacked out, that of the claim is enough behind the name that begins the row.
            first = name is not None and name.label[0] is row.tokens[0] and "claim_number" in beside
            if name is not None and (
                len(beside) > 1 or first or name.label[0] is row.tokens[0] and _is_above(at, layout)
            ):
                yield _Opening(
                    page=page, y=row.y, patient=plain_key(str(name.value.value)), member=_member(labels, told)
                )
            elif (member := _member(labels, row)) and (len(beside) >= _FEWEST_WITHOUT_NAME or _is_among(row, layout)):
                # The name was not read, but whose claim it is the number says.
                yield _Opening(page=page, y=row.y, patient="", member=member)


def _is_above(at: int, layout: PageLayout) -> bool:
    """True where the next row begins with a claim's number and a table of services follows, whose patient is named."""
    if at + 1 >= len(layout.rows):
        return False
    first = layout.rows[at + 1].tokens[0]
    claimed = any(label.field == "claim_number" and label.label[0] is first for label in layout.labels)
    heads = {token for table in layout.tables for token in table.head}
    headed = any(heads & set(row.tokens) for row in layout.rows[at + 2 : at + 2 + _HEAD_WITHIN])
    return claimed and headed


def _is_here(label: Labeled, row: Row) -> bool:
    return label.value.tokens[0] in row.tokens


def _of(
    patient: str, openings: Sequence[_Opening], pages: Sequence[PageWords], layouts: Sequence[PageLayout]
) -> Iterator[PageWords]:
    for at, (page, layout) in enumerate(zip(pages, layouts, strict=True)):
        heads = _shared_heads(layout, openings, at)
        own = False
        others: list[Token] = [token for row in _of_all(layout, openings, at) for token in row.tokens]
        others += [token for row in _of_a_family(layout, openings, at) for token in row.tokens]
        shared = _legend(layout, openings, at)
        mine = " ".join(
            token.text
            for row in layout.rows
            if row not in shared and _whose(openings, at, row) == patient
            for token in row.tokens
        )
        others += [token for row in shared if not _is_of(row, mine) for token in row.tokens]
        for row in layout.rows:
            whose = _whose(openings, at, row) if row not in shared else None
            own |= whose == patient
            if whose not in {patient, None} and not heads & set(row.tokens):
                others += row.tokens
        if own or at == 0:
            yield replace(page, words=tuple(word for word in page.words if not _holds(word, others)))


def _shared_heads(layout: PageLayout, openings: Sequence[_Opening], page: int) -> frozenset[Token]:
    """The head words of the tables of a page, none where each claim has a head of its own below what opens it."""
    heads = [table.head for table in layout.tables if table.head]
    whose = [
        next((_whose(openings, page, row) for row in layout.rows if set(head) & set(row.tokens)), None)
        for head in heads
    ]
    apart = None not in whose and {opening.patient for opening in openings if opening.page == page} <= set(whose)
    return frozenset() if apart else frozenset(token for head in heads for token in head)


# What a remittance sums up for all its claims, each row with its amounts; nobody's own is called so.
_OF_ALL = re.compile(
    r"^(?!(?:claim|patient|pt|account|acct|sub|member|visit|service)\b)"
    r"(?:\w+ ){0,2}totals?\b(?! (?:for|of) (?:this )?claim)",
    re.IGNORECASE,
)


def _of_all(layout: PageLayout, openings: Sequence[_Opening], page: int) -> list[Row]:
    """The rows below the sum of the last claim that sum up the claims of all patients."""
    last = openings[-1]
    if page < last.page:
        return []
    closing = [
        row.y
        for table in layout.tables
        for row in table.rows
        if row.role in {"total", "subtotal"}
        and (page, row.y) > (last.page, last.y)
        and not _sums_up_all(row.text, openings)
    ]
    below = [row for row in layout.rows if closing and row.y > min(closing)]
    texts = [" ".join(token.text for token in row.tokens) for row in below]
    begun = next((i for i, text in enumerate(texts) if _sums_up_all(text, openings)), len(below))
    ends = [i for i, row in enumerate(below) if any(parse_money(token.text) is not None for token in row.tokens)]
    # Their heads stand above them.
    shared = _legend(layout, openings, page)
    return [row for row in below[begun : max(ends, default=-1) + 1] if row not in shared]


def _sums_up_all(text: str, openings: Sequence[_Opening]) -> bool:
    """True for words that sum up the claims of all; "Totals for Ada Lombard" are those of one."""
    named = any(opening.patient and opening.patient in plain_key(text) for opening in openings)
    return _OF_ALL.match(text) is not None and not named


def _of_a_family(layout: PageLayout, openings: Sequence[_Opening], page: int) -> Sequence[Row]:
    """The rows of a bill that print what the family owes together."""
    ys = {opening.y for opening in openings if opening.page == page}
    opened = [at for at, row in enumerate(layout.rows) if row.y in ys]
    return sums_of_families(layout, opened) if layout.kind == "bill" and len(opened) >= _FEWEST_PATIENTS else ()


def _legend(layout: PageLayout, openings: Sequence[_Opening], page: int) -> list[Row]:
    """The rows below the title of a legend that stands below the last claim: it explains the codes of all of them."""
    below = [row for row in layout.rows if (page, row.y) > (openings[-1].page, openings[-1].y)]
    titles = (i for i, row in enumerate(below) if heads_a_legend(" ".join(token.text for token in row.tokens)))
    return below[next(titles, len(below)) :]


def _is_of(row: Row, mine: str) -> bool:
    """True unless the row explains a code that does not stand among what is printed of the patient."""
    code = row.tokens[0].text.strip("():.=")
    set_off = len(row.tokens) > 1 and row.tokens[1].text in _BETWEEN
    named = _CODE.match(code) is not None and (set_off or any(map(str.isdigit, code)))
    return not named or re.search(rf"(?<![A-Z0-9]){re.escape(code)}(?![\w.])", mine) is not None


_BETWEEN = frozenset({"-", "\u2013", ":", "="})
_CODE = re.compile(r"^[A-Z0-9][A-Z0-9-]{0,5}$")


def _whose(openings: Sequence[_Opening], page: int, row: Row) -> str | None:
    """The patient of the last claim that was opened above the row or in it, None before the first one."""
    before = [opening for opening in openings if (opening.page, opening.y) <= (page, row.y)]
    return before[-1].patient if before else None


def _holds(word: Word, tokens: Sequence[Token]) -> bool:
    return any(_inside(token.box, word.box) for token in tokens)


def _inside(inner: Box, outer: Box) -> bool:
    x, y = (inner.x0 + inner.x1) / 2, (inner.y0 + inner.y1) / 2
    return outer.x0 <= x <= outer.x1 and outer.y0 <= y <= outer.y1
