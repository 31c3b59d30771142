"""Several claims on one notice: the rows that open or close them, and the number that each line belongs to."""

import itertools
import re
from collections.abc import Iterator, Sequence

from plainbill.reading.columns.table import Table
from plainbill.reading.labels.values import GLUED_NUMBER_WORD, PHONE
from plainbill.reading.layout import PageLayout
from plainbill.reading.lines.cell_values import Draft
from plainbill.reading.rows.forming import Row
from plainbill.reading.rows.found import Found
from plainbill.reading.rows.tokens import Token
from plainbill.reading.terms.running_text import is_running_text
from plainbill.reading.terms.wording import ends_in_number, is_total, names_a_claim_last

_LONGEST_OPENING, _LONGEST_HEADING = 6, 9
_TOTAL_FOR_CLAIM = re.compile(r"^(?:sub)?totals? (?:for|of) (?:this )?claim(?: number| no)?$", re.IGNORECASE)
_LONG_NUMBER = re.compile(r"^#?(?=(?:\D*\d){5})[A-Z\d-]{8,}$")
_COUNTED = re.compile(r"^claim \d{1,2} of \d{1,2}:?$", re.IGNORECASE)
_WORDS_THAT_COUNT = 4
_OF_A_PAYMENT = re.compile(r"^(?:checks?|chk|eft|ach|draft|voucher|warrant|trace|remit\w*|payment)\b", re.IGNORECASE)
_POINTS = frozenset({"\u00b7", "\u2022", "|", "-", "\u2013"})
_ALIGNED = 1.0
_SEVERAL = 2


def separate_claims(found: dict[str, Found], layouts: Sequence[PageLayout], drafts: Sequence[Draft]) -> None:
    """Where one notice holds several claims, give each line the number that stands above it, or in the sum below it."""
    claims = claims_of(layouts)
    if len({str(claim.value) for claim in claims}) < _SEVERAL:
        return
    closing = _closing(layouts, claims)
    opening = [claim for claim in claims if claim not in closing]
    found.pop("claim_number", None)
    for i, draft in enumerate(drafts):
        if "claim_number" in draft or not draft:
            continue
        # What is printed once for several lines, as their day, may stand above the claim: the line is where it ends.
        place = max((value.page, value.y) for value in draft.values())
        above = [claim for claim in opening if (claim.page, claim.y) <= place]
        below = [claim for claim in closing if (claim.page, claim.y) > place]
        if opening and above:
            found[f"lines[{i}].claim_number"] = above[-1]
        elif not opening and below:
            found[f"lines[{i}].claim_number"] = below[0]


def _closing(layouts: Sequence[PageLayout], claims: Sequence[Found]) -> list[Found]:
    """The numbers that stand in sums ("Total for Claim #02-26020"), below the lines of their claims."""
    sums = {
        token
        for layout in layouts
        for above, row in zip((None, *layout.rows), layout.rows, strict=False)
        if is_total(_first_words(row)) or above is not None and _is_number_below(above, row)
        for token in row.tokens
    }
    return [claim for claim in claims if claim.tokens[0] in sums]


def claims_of(layouts: Sequence[PageLayout]) -> tuple[Found, ...]:
    """Return the claim numbers of a paper as often as they are printed, from top to bottom."""
    return tuple(sorted(_claims(layouts), key=lambda claim: (claim.page, claim.y)))


def has_several_claims(layouts: Sequence[PageLayout]) -> bool:
    """True where a paper is about more than one claim."""
    return len({str(claim.value) for claim in claims_of(layouts)}) >= _SEVERAL


def _claims(layouts: Sequence[PageLayout]) -> Iterator[Found]:
    for layout in layouts:
        known = [label for label in layout.labels if label.field == "claim_number"]
        yield from (label.value for label in known)
        # A "control number" is that of a claim where others open one in its place.
        others = [label for label in layout.labels if label.field != "invoice"]
        labeled = {token for label in others for token in (*label.label, *label.value.tokens)}
        openings = [row for row in layout.rows if any(label.label[0] in row.tokens for label in known) and _opens(row)]
        for row in layout.rows:
            near = [other for other in openings if _is_like(row, other, layout)]
            if _opens(row) and not labeled & set(row.tokens) and near:
                yield _number(row.tokens[-1])
        named = [row for row in layout.rows if _ends_in_a_claim(row) and not labeled & set(row.tokens)]
        # One such row may speak of a claim; several open one each.
        yield from (_number(row.tokens[-1]) for row in named if len(named) >= _SEVERAL)
        yield from (_number(token) for row in layout.rows if (token := _counted(row)) and token not in labeled)
        for above, row in itertools.pairwise(layout.rows):
            if _is_number_below(above, row) and row.tokens[0] not in labeled:
                yield _number(row.tokens[0])


def _is_number_below(above: Row, row: Row) -> bool:
    """True for the number of a claim right below the words "Total for Claim"."""
    words = _TOTAL_FOR_CLAIM.match(_first_words(above))
    return words is not None and len(row.tokens) == 1 and _LONG_NUMBER.match(row.tokens[0].text) is not None


def _counted(row: Row) -> Token | None:
    """The number of a claim behind words that count it: "Claim 1 of 2: TR-0092215 - Larkspur Clinic"."""
    told = [token for token in row.tokens[: _WORDS_THAT_COUNT + 2] if token.text not in _POINTS]
    if not told:
        return None
    *words, number = told[: _WORDS_THAT_COUNT + 1]
    counted = _COUNTED.match(" ".join(token.text for token in words)) is not None
    return number if counted and _LONG_NUMBER.match(number.text.strip(":.,")) else None


def _first_words(row: Row) -> str:
    """The words of a row up to its first number."""
    return " ".join(itertools.takewhile(str.isalpha, (token.text.strip(":#") or ":" for token in row.tokens)))


def _opens(row: Row) -> bool:
    """True for a few words and a number as long as those of claims, which is no one's phone, and no sentence.

    What a payment was made by has a number of its own.
    """
    words = [token.text for token in row.tokens]
    if _OF_A_PAYMENT.match(words[0]):
        return False
    if not 1 < len(words) <= _LONGEST_OPENING or not ends_in_number(words):
        return False
    return not PHONE.fullmatch(words[-1]) and not is_running_text(" ".join(words))


def _ends_in_a_claim(row: Row) -> bool:
    """True for a heading that ends in the number of a claim: "Reversal of prior claim  Claim PH4410072-00"."""
    words = [token.text for token in row.tokens]
    if len(words) > _LONGEST_HEADING or not ends_in_number(words[-1:]):
        return False
    text = " ".join(words)
    return names_a_claim_last(text) and not is_running_text(text)


def _is_like(row: Row, opening: Row, layout: PageLayout) -> bool:
    """True where a row of the same form begins where the opening of a claim does, further down or under the head."""
    below = row.y > opening.y or any(_begins_table(row, table) for table in layout.tables)
    return below and abs(row.tokens[0].box.x0 - opening.tokens[0].box.x0) < _ALIGNED * row.height


def _begins_table(row: Row, table: Table) -> bool:
    """True where a row stands between the head of a table and its first service."""
    services = [other.y for other in table.rows if other.role == "service"]
    heads = [token.y for token in table.head]
    return bool(services and heads) and max(heads) < row.y < min(services)


def _number(token: Token) -> Found:
    """The number; a reader may have lost the blank before it: "numberE48810"."""
    return Found(value=GLUED_NUMBER_WORD.sub("", token.text).strip("#:.,"), tokens=(token,))
