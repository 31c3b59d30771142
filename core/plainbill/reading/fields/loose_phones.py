"""Phone numbers that stand in running words, beside nobody's name."""

import re
from collections.abc import Sequence
from itertools import pairwise

from plainbill.reading.labels.field_kinds import VALUE_OF_FIELD
from plainbill.reading.labels.finding import Labeled
from plainbill.reading.labels.name_blocks import Party, phone_in
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.atoms import Cell
from plainbill.reading.rows.found import Found
from plainbill.reading.rows.tokens import Token
from plainbill.reading.terms.vocabulary import plain_key

INSURER = re.compile(
    r"\b(?:insur\w+|health\s*plans?|health\s*care\s*plan|hmo|ppo|mutual|assurance|medicaid|medicare|blue\s*(?:cross|shield)|benefits?"
    r"|administrators|trust|life|plan)\b",
    re.IGNORECASE,
)
"""Words that name an insurer."""


def only_phone(layouts: Sequence[PageLayout]) -> Found | None:
    """Return the one phone number that a bill prints, wherever: "call us at (302) 555-0171".

    None where it has several, or where the words around it name an insurer.
    """
    printed = ((cell, phone_in(cell)) for layout in layouts for row in layout.cells for cell in row)
    phones = [(cell, phone) for cell, phone in printed if phone is not None]
    texts = [_INSTALLMENTS.sub("", cell.text) for cell, _ in phones]
    if any(_OTHER_PHONE.search(text) or INSURER.search(text) for text in texts):
        return None
    return phones[0][1] if len({plain_key(str(phone.value)) for _, phone in phones}) == 1 else None


_NEXT_ROW, _LONGEST_HEADING = 2.5, 7
# A plan that is no insurer's.
_INSTALLMENTS = re.compile(r"\bpayment\s*plans?\b", re.IGNORECASE)
# A state's own office takes complaints about plans and bills.
_OTHER_PHONE = re.compile(
    r"\bfax|\bfraud|\bcomplaints?\b|\bombuds|\bcommissioner\b"
    r"|\b(?:department|division|bureau|office)\sof\s(?:insurance|health|labor|managed)\b",
    re.IGNORECASE,
)
# The phone of whoever gave care, behind their name: "Green Notch Regional Hospital, (555) 024-3300".
_GIVES_CARE = re.compile(
    r"hospital|clinic|medical|nursing|rehab|laborator|physician|associates|\bM\.?D\b|\bD\.?O\b|^Dr\b", re.IGNORECASE
)
_NAME_BEFORE_PHONE = re.compile(r"^(?:[A-Z][\w.'&-]*,?\s+(?:(?:and|of|the|for)\s+)?){2,8}(?<=,\s)\(?\d{3}\b")


def any_phone(page: PageLayout, parties: Sequence[Party], labels: Sequence[Labeled]) -> Found | None:
    """Return a phone number in running text, no party's own and no member's number: a notice names the payer's."""
    own = {token for party in parties if party.phone is not None for token in party.phone.tokens}
    own |= {token for label in labels if VALUE_OF_FIELD.get(label.field) == "number" for token in label.value.tokens}
    for above, row in pairwise([(), *page.free]):
        for cell in row:
            found = phone_in(cell)
            if found is None or own & set(found.tokens) or _OTHER_PHONE.search(cell.text):
                continue
            if not _is_headed_so(cell, above) and not (
                _NAME_BEFORE_PHONE.match(cell.text) and _GIVES_CARE.search(cell.text)
            ):
                return found
    return None


def phones_of_others(page: PageLayout) -> frozenset[Token]:
    """Return the print of phones below a heading that says how to report fraud or to complain."""
    headed = ((_headings_of_others(above), row) for above, row in pairwise([(), *page.cells]))
    pairs = ((headings, cell) for headings, row in headed if headings for cell in row)
    found = (phone_in(cell) for headings, cell in pairs if any(_stands_over(heading, cell) for heading in headings))
    return frozenset(token for phone in found if phone is not None for token in phone.tokens)


def _is_headed_so(cell: Cell, above: Sequence[Cell]) -> bool:
    return any(_stands_over(heading, cell) for heading in _headings_of_others(above))


def _headings_of_others(row: Sequence[Cell]) -> list[Cell]:
    return [cell for cell in row if _OTHER_PHONE.search(cell.text)]


def _stands_over(heading: Cell, cell: Cell) -> bool:
    """True for a heading that begins where the cell on the next row does: "How to report fraud"."""
    if heading.text.endswith(".") or len(heading.atoms) > _LONGEST_HEADING:
        return False
    return abs(heading.x0 - cell.x0) < cell.height and 0 < cell.y - heading.y < _NEXT_ROW * cell.height


def spelled_phone(pages: Sequence[PageLayout], name: str) -> Found | None:
    """Return the digits of a number that letters spell before them: "1-800-MEDICARE (1-800-633-4227)"."""
    spelled = re.compile(rf"(?:1-)?\d{{3}}-{re.escape(name)}$", re.IGNORECASE)
    cells = (cell for page in pages for row in page.cells for cell in row)
    for cell in cells:
        at = next((i for i, atom in enumerate(cell.atoms) if spelled.match(atom.text)), None)
        if at is not None and (found := phone_in(Cell(atoms=cell.atoms[at + 1 :], height=cell.height))) is not None:
            return found
    return None
