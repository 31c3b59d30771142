"""Codes that no table knows and that one sign read differently would make one that a table knows."""

from collections.abc import Collection, Iterator, Mapping

from plainbill.reading.rows.found import Found

# Signs that photographed print shows alike, whichever way round.
_ALIKE = {"0": "689DO", "1": "7IL", "2": "7Z", "3": "8", "5": "6S", "6": "058G", "7": "12", "8": "036B", "9": "0"}


def strange_codes(found: Mapping[str, Found], known: Collection[str]) -> Iterator[str]:
    """The paths of such codes of lines: two readers, or the same print elsewhere, may well show the same fault."""
    for path, value in found.items():
        code = str(value.value).upper()
        own = path.startswith("lines[") and path.count(".") == 1 and path.endswith(".code")
        if own and code not in known and any(other in known for other in _one_sign_off(code)):
            yield path


def _one_sign_off(code: str) -> Iterator[str]:
    for place, sign in enumerate(code):
        for other in _ALIKE.get(sign, ""):
            yield code[:place] + other + code[place + 1 :]
