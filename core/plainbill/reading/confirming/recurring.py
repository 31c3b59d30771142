"""What lines share and print again and again: diagnoses, keys of notes, places, decisions."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from plainbill.reading.rows.found import Found
from plainbill.reading.rows.tokens import Token

# A single sign is read alike by chance, and a key or a code mostly begins where another one does.
_LEAST = 2
_SHARED = re.compile(r"(?:^|\.)(?P<field>diagnosis_codes|remarks\[\d+\]\.code|place_of_service|status)(?:\[\d+\])?$")
# A place is told by two digits: they have to recur more often than a code that begins with a letter.
_TIMES = {"place_of_service": 3}


def recurring(found: Mapping[str, Found]) -> Iterator[str]:
    """The paths of values whose print stands for the same field elsewhere on the paper.

    What a reader misreads it reads differently in most places. What is printed once for several lines, or was made of
    other print than its own, confirms nothing.
    """
    prints: defaultdict[tuple[str, str], set[tuple[Token, ...]]] = defaultdict(set)
    fields: dict[str, tuple[str, str]] = {}
    for path, value in found.items():
        shared = _SHARED.search(path)
        printed = _bare("".join(token.text for token in value.tokens))
        if shared is None or len(printed) < _LEAST or not _is_printed(value, printed, path):
            continue
        fields[path] = (shared["field"].split("[")[0], _bare(str(value.value)))
        prints[fields[path]].add(value.tokens)
    yield from (path for path, key in fields.items() if len(prints[key]) >= _TIMES.get(key[0], 2))


def _is_printed(value: Found, printed: str, path: str) -> bool:
    """True where the value stands there as it is; a decision is told by other words than the contract's."""
    return path.endswith(".status") or _bare(str(value.value)) in printed


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text.upper()))
