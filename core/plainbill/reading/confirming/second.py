"""What a second reader is asked to read again, and which print both readers saw alike."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from plainbill.reading.page import Box, Piece, Rereading
from plainbill.reading.rows.found import Found
from plainbill.reading.rows.tokens import Token

_SAME_ROW = 0.6
# A reader sees specks between words as a letter or two; more is print that the first reader did not see.
_LONGEST_SPECK = 2
# An amount's point and sign change its worth; all other signs are read differently without harm.
_AMOUNT = re.compile(r"^([-(]*)\$?([-(]*)([\d,]*\.\d\d)([-)]*|CR)$")


def to_reread(values: Iterable[Found]) -> tuple[tuple[Piece, ...], ...]:
    """Return the print of values as runs of pieces that stand side by side in one row, each run once."""
    runs: dict[tuple[Piece, ...], None] = {}
    for value in values:
        for row in _rows(value.tokens):
            runs[tuple(_pieces(row))] = None
    return tuple(runs)


def _rows(tokens: Sequence[Token]) -> list[list[Token]]:
    rows: list[list[Token]] = []
    for token in tokens:
        last = rows[-1][-1] if rows else None
        if last is not None and last.page == token.page and abs(last.y - token.y) < _SAME_ROW * token.box.height:
            rows[-1].append(token)
        else:
            rows.append([token])
    return rows


def _pieces(row: Sequence[Token]) -> list[Piece]:
    return [Piece(page=token.page, text=token.text, box=token.box) for token in row]


def seen_alike(rereadings: Iterable[Rereading]) -> frozenset[Box]:
    """Return the boxes of those pieces of a page whose print the second reader saw as the first one did."""
    alike: set[Box] = set()
    for rereading in rereadings:
        if _says(rereading.pieces, rereading.text):
            alike |= {piece.box for piece in rereading.pieces}
    return frozenset(alike)


def _says(pieces: Sequence[Piece], text: str) -> bool:
    """True where the second reading holds all pieces in their order, and nothing more than specks between them."""
    wanted = [bare for piece in pieces if (bare := _bare(piece.text))]
    seen = [bare for word in text.split() if (bare := _bare(word))]
    if not wanted:
        return False
    if "".join(wanted) == "".join(seen):
        return True
    if len("".join(wanted)) <= _LONGEST_SPECK:
        return False
    rest = iter(seen)
    for word in wanted:
        for found in rest:
            if found == word:
                break
            if len(found) > _LONGEST_SPECK:
                return False
        else:
            return False
    return all(len(found) <= _LONGEST_SPECK for found in rest)


def _bare(text: str) -> str:
    """Letters and digits alone, and of an amount its worth too: what two readers have to see alike."""
    written = unicodedata.normalize("NFKC", text).replace("\u2212", "-").upper().strip(" ,;:|")
    amount = _AMOUNT.match(written)
    if amount is not None:
        sign = "-" if any(amount[i] for i in (1, 2, 4)) else ""
        return f"{sign}{amount[3].replace(',', '')}"
    return "".join(filter(str.isalnum, written))


def is_seen_alike(value: Found, alike: Mapping[int, frozenset[Box]]) -> bool:
    """Tell whether all print of a value was seen alike; `alike` holds such boxes by the index of their page."""
    tokens = [token for token in value.tokens if _bare(token.text)]
    return bool(tokens) and all(token.box in alike.get(token.page, frozenset()) for token in tokens)
