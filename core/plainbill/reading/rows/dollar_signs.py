"""Dollar signs that a reader took for a figure: "5412.00" in a column of "$258.00", "$618.00"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from plainbill.reading.rows.tokens import Token

_AMOUNT = re.compile(r"(?P<before>[-(]*)(?P<sign>[$S]?)(?P<figures>\d[\d,]*\.\d\d)(?:[-)]*|CR)")
_LIKE_A_SIGN = frozenset("58")
_MARK = re.compile(r"[-(]*\$")
_BARE_AMOUNT = re.compile(r"[1-9][\d,]*\.\d\d")
# Between a sign and its amount, in heights of print.
_BLANK = 1.2
# Seldom taken for a sign: among many that are printed.
_LIKE_A_SIGN_AT_TIMES, _MANY_BESIDE = re.compile(r"[39][1-9]"), 8
# So many amounts of the page and of the column print their sign, and hardly another one of the column prints none.
_FEWEST_SIGNED, _FEWEST_BESIDE, _MOST_BARE = 4, 2, 0.04
# A sign before nothing is looked for where other amounts of the page are nothing too.
_FEWEST_ZEROS = 2
_IN_ONE_COLUMN, _ONE_ROW = 0.5, 0.6


def with_dollar_signs(tokens: Sequence[Token]) -> dict[Token, Token]:
    """Return the amounts of a page whose first figure is a dollar sign, each with the token that says so.

    They are told where all other amounts of the column print their sign. Nothing confirms such an amount but a sum, or
    a second reader who sees the sign.
    """
    amounts = [
        (token, match)
        for token in tokens
        if not token.from_text and (match := _AMOUNT.fullmatch(token.text)) is not None
    ]
    # A sign may stand a blank before its amount.
    alone = _alone(tokens)
    marks = [token for token in tokens if _MARK.fullmatch(token.text) or token in alone]
    with_sign = {
        token for token, match in amounts if match["sign"] or any(_is_right_before(mark, token) for mark in marks)
    }
    signed = [token for token, _ in amounts if token in with_sign]
    zeros = sum(match["figures"] == "0.00" for token, match in amounts if token in with_sign)
    bare = [(token, match) for token, match in amounts if token not in with_sign]
    misread = [(token, match) for token, match in bare if _may_begin_with_a_sign(match["figures"], zeros)]
    if len(signed) < _FEWEST_SIGNED or not misread:
        return alone
    told = {token for token, _ in misread}
    # What begins with another figure that signs are taken for speaks neither for a sign nor against one.
    likely = [
        (token, match) for token, match in bare if token not in told and _LIKE_A_SIGN_AT_TIMES.match(match["figures"])
    ]
    others = [token for token, _ in bare if token not in told.union(token for token, _ in likely)]
    return alone | {
        token: replace(token, text=f"{match['before']}${token.text[match.start('figures') + 1 :]}")
        for fewest, found in ((_FEWEST_BESIDE, misread), (_MANY_BESIDE, likely))
        for token, match in found
        if _is_among_signs(token, signed, others, fewest)
    }


def _alone(tokens: Sequence[Token]) -> dict[Token, Token]:
    """Lone figures a blank before an amount, where others of the page and of the column have a sign there."""
    marks = [token for token in tokens if token.text in {"$", *_LIKE_A_SIGN} and not token.from_text]
    if sum(token.text == "$" for token in marks) < _FEWEST_SIGNED:
        return {}
    amounts = [token for token in tokens if _BARE_AMOUNT.fullmatch(token.text)]
    before = [mark for mark in marks if any(_is_right_before(mark, amount) for amount in amounts)]
    signs = [mark for mark in before if mark.text == "$"]
    lone = [mark for mark in before if mark.text != "$"]
    return {
        token: replace(token, text="$")
        for token in lone
        if len(signs) >= _FEWEST_SIGNED
        and len(_in_column(token, signs)) >= max(_FEWEST_BESIDE, len(_in_column(token, lone)))
    }


def _is_right_before(mark: Token, amount: Token) -> bool:
    gap = amount.box.x0 - mark.box.x1
    return abs(mark.y - amount.y) < _ONE_ROW * amount.box.height and 0 <= gap < _BLANK * amount.box.height


def _is_among_signs(token: Token, signed: Sequence[Token], bare: Sequence[Token], fewest: int) -> bool:
    """True in a column of so many signs, unless other amounts of the row lack theirs in columns of signs too."""
    beside, without = (_in_column(token, each) for each in (signed, bare))
    if len(beside) < fewest or len(without) > _MOST_BARE * len(beside):
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
