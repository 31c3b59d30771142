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
# Nobody but a terminal calls it so; a plan's has more words: "Prior auth", "Auth #".
_OF_A_SLIP = re.compile(r"^auth:?$", re.IGNORECASE)


def approves_a_card(label: Labeled, layout: PageLayout) -> bool:
    """True for the number by which a bank approved a payment: a terminal's words or a masked card stand beside it.

    For a bare "Auth" they may stand anywhere on the page.
    """
    if label.field != "authorization":
        return False
    token = label.label[0]
    bare = len(label.label) == 1 and _OF_A_SLIP.match(token.text) is not None
    reach = layout.height if bare else _NEXT_ROW * token.box.height
    near = (row for row in layout.cells if row and abs(row[0].atoms[0].tokens[0].y - token.y) < reach)
    return any(_READ.search(" ".join(atom.text for cell in row for atom in cell.atoms)) for row in near)
