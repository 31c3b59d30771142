"""Dollar signs that a reader took for a figure: "5412.00" in a column of "$258.00", "$618.00"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from plainbill.reading.rows.tokens import Token

_AMOUNT = re.compile(r"(?P<before>[-(]*)(?P<sign>[$S]?)(?P<figures>\d[\d,]*\.\d\d)(?:[-)]*|CR)")
_LIKE_A_SIGN = frozenset("58")
# So many amounts of the page and of the column print their sign, and hardly another one of the column prints none.
_FEWEST_SIGNED, _FEWEST_BESIDE, _MOST_BARE = 4, 2, 0.04
# A sign before nothing is looked for where other amounts of the page are nothing too.
_FEWEST_ZEROS = 2
_IN_ONE_COLUMN, _ONE_ROW = 0.5, 0.6


def with_dollar_signs(tokens: Sequence[Token]) -> Mapping[Token, Token]:
    """Return the amounts of a page whose first figure is a dollar sign, each with the token that says so.

    They are told where all other amounts of the column print their sign. Nothing confirms such an amount but a sum, or
    a second reader who sees the sign.
    """
    amounts = [
        (token, match)
        for token in tokens
        if not token.from_text and (match := _AMOUNT.fullmatch(token.text)) is not None
    ]
    signed = [token for token, match in amounts if match["sign"]]
    zeros = sum(match["figures"] == "0.00" for _, match in amounts if match["sign"])
    bare = [(token, match) for token, match in amounts if not match["sign"]]
    misread = [(token, match) for token, match in bare if _may_begin_with_a_sign(match["figures"], zeros)]
    if len(signed) < _FEWEST_SIGNED or not misread:
        return {}
    told = {token for token, _ in misread}
    others = [token for token, _ in bare if token not in told]
    return {
        token: replace(token, text=f"{match['before']}${token.text[match.start('figures') + 1 :]}")
        for token, match in misread
        if _is_among_signs(token, signed, others)
    }


def _is_among_signs(token: Token, signed: Sequence[Token], bare: Sequence[Token]) -> bool:
    """True in a column of signs, unless other amounts of the row lack theirs in columns of signs too."""
    beside, without = (_in_column(token, each) for each in (signed, bare))
    if len(beside) < _FEWEST_BESIDE or len(without) > _MOST_BARE * len(beside):
        return False
    level = [other for other in bare if abs(other.y - token.y) < _ONE_ROW * token.box.height]
    return not any(_in_column(other, signed) for other in level)


def _in_column(token: Token, others: Sequence[Token]) -> list[Token]:
    return [other for other in others if _is_in_one_column(token, other)]


def _may_begin_with_a_sign(figures: str, zeros: int) -> bool:
    rest = figures[1:]
    if figures[0] not in _LIKE_A_SIGN or not rest[0].isdigit():
        return False
    return zeros >= _FEWEST_ZEROS if rest == "0.00" else rest[0] != "0"


def _is_in_one_column(token: Token, other: Token) -> bool:
    one, two = token.box, other.box
    shared = min(one.x1, two.x1) - max(one.x0, two.x0)
    return shared > _IN_ONE_COLUMN * min(one.width, two.width) and abs(token.y - other.y) > min(one.height, two.height)
