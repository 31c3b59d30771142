"""Heads that begin with the number of a claim, over what was done for it: "Claim number 26-0310-7741"."""

from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.heads.head import Head, HeadColumn
from plainbill.reading.rows.atoms import Atom

_SAYS_WHAT = frozenset({"description", "code", "revenue_code", "date"})
# So many digits make a number that of a claim; heads of columns have fewer.
_FEWEST_DIGITS = 5


def with_words_below_claims(head: Head, body: Sequence[Sequence[Atom]]) -> Head:
    """Return the head with columns of days and of words below such a number, which is no word of the head itself.

    `body` are the atoms of each row below the head.
    """
    first, *others = head.columns
    if "claim_number" not in first.fields or not _is_numbered(first) or not others or _says_what(others):
        return head
    days = [own[0] for own in body if own and own[0].date is not None]
    if not days:
        return replace(head, columns=(replace(first, fields=("description",), tokens=()), *others), of_amounts=False)
    end = max(day.x1 for day in days)
    words = [atom.x0 for own in body for atom in own if atom.kind == "text" and end < atom.x0 < others[0].x0]
    if not words:
        return head
    dated = HeadColumn(fields=("date",), x0=min(day.x0 for day in days), x1=end, tokens=())
    described = HeadColumn(fields=("description",), x0=min(words), x1=max(min(words) + 1, first.x1), tokens=())
    return replace(head, columns=(dated, described, *others), of_amounts=False)


def _is_numbered(column: HeadColumn) -> bool:
    return any(sum(map(str.isdigit, token.text)) >= _FEWEST_DIGITS for token in column.tokens)


def _says_what(columns: Sequence[HeadColumn]) -> bool:
    return any(_SAYS_WHAT & set(column.fields) for column in columns)
