"""Print that a reader gave as one word, cut into what is printed."""

from dataclasses import replace

from plainbill.reading.page import Box
from plainbill.reading.rows.tokens import Token


def cut_token(token: Token, size: int, skipped: int = 0) -> tuple[Token, Token]:
    """Return the print before the first `size` letters end and behind them, each with its part of the box.

    In the picture as a viewer shows it, which may be turned, both keep the whole box. `skipped` letters between them, a
    dash say, belong to neither.
    """
    letters = len(token.text)
    first = replace(token, text=token.text[:size], box=_part(token.box, 0, size / letters))
    behind = size + skipped
    rest = replace(token, text=token.text[behind:], box=_part(token.box, behind / letters, 1), glued=False)
    return first, rest


def _part(box: Box, begin: float, end: float) -> Box:
    return replace(box, x0=box.x0 + begin * box.width, x1=box.x0 + end * box.width)
