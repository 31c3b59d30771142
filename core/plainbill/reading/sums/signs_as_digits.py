"""Dollar signs that were read as the first digit: "549.21" among "$37.89" and "$11.32", which add up to $49.21."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from plainbill.reading.rows.found import Found
from plainbill.reading.sums.equations import closing_parts

_MOSTLY = 0.6
_FEWEST_SIGNED = 5
_LIKE_A_SIGN = re.compile(r"^[-(]?[35689](?P<rest>\d[\d,]*\.\d\d)(?:[-)]|CR)?$")


def with_signs_put_back(found: Mapping[str, Found], lines: int) -> dict[str, Found]:
    """The values of a paper, an amount of a line without what looks like a sign where only so it adds up.

    Nearly all other amounts have a sign. What an equation holds as it is stays as it is.
    """
    printed = {path: _printed(value) for path, value in found.items() if isinstance(value.value, Decimal)}
    signed = sum("$" in text for text in printed.values())
    if signed < _FEWEST_SIGNED or signed < _MOSTLY * len(printed):
        return dict(found)
    mended = dict(found)
    for start in (f"lines[{i}]." for i in range(lines)):
        own = {path: value for path, value in found.items() if path.startswith(start)}
        for path, value in _mended(own, start, printed):
            mended[path] = own[path] = value
    return mended


def _mended(own: dict[str, Found], start: str, printed: Mapping[str, str]) -> Iterator[tuple[str, Found]]:
    for path in [path for path in own if path in printed]:
        rest = _rest(printed[path])
        value = own[path].value
        if all(token.from_text for token in own[path].tokens):
            # The file's own text has no misread signs: what does not add up there is what is printed.
            continue
        if rest is None or not isinstance(value, Decimal) or _adds_up(own, start, path):
            continue
        shorter = replace(own[path], value=rest if value >= 0 else -rest)
        if _adds_up({**own, path: shorter}, start, path):
            yield path, shorter


def _adds_up(own: Mapping[str, Found], start: str, path: str) -> bool:
    return any(path in paths for paths in closing_parts(own, start))


def has_sign_as_digit(value: Found) -> bool:
    """True where an amount was read without the first digit that is printed."""
    rest = _rest(_printed(value))
    return rest is not None and isinstance(value.value, Decimal) and abs(value.value) == rest


def _rest(printed: str) -> Decimal | None:
    match = _LIKE_A_SIGN.match(printed)
    return Decimal(match["rest"].replace(",", "")) if match is not None else None


def _printed(value: Found) -> str:
    return "".join(token.text for token in value.tokens)
