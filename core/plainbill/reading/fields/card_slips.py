"""Slips of card payments among the print of a receipt: "AUTH 08841C  CHIP READ", no plan's authorization."""

import re

from plainbill.reading.labels.finding import Labeled
from plainbill.reading.layout import PageLayout

# How a terminal says that a card was read, and the masked number of one: that of a member may be masked too.
_READ = re.compile(
    r"\b(?:chip(?: read)?|contactless|swiped?|emv|terminal)\b"
    r"|\b(?:visa|master\s?card|amex|discover|card|debit|credit)\b\W*[*x\u2022\u00b7]{2,}\s?\d{4}\b",
    re.IGNORECASE,
)
_NEXT_ROW = 2.0


def approves_a_card(label: Labeled, layout: PageLayout) -> bool:
    """True for the number by which a bank approved a payment: a terminal's words or a masked card stand beside it."""
    if label.field != "authorization":
        return False
    token = label.label[0]
    reach = _NEXT_ROW * token.box.height
    near = (row for row in layout.cells if row and abs(row[0].atoms[0].tokens[0].y - token.y) < reach)
    return any(_READ.search(" ".join(atom.text for cell in row for atom in cell.atoms)) for row in near)
