"""Checking the texts of findings and gaps, written in TOML: promises, instructions, hard words and hard sentences."""

import re
import tomllib
from collections.abc import Iterator

from plainbill.case import Fault
from plainbill.dictionary.checking import CheckedTable, printable
from plainbill.dictionary.promises import promises_in
from plainbill.dictionary.wording import FEWEST_WORDS, grade_faults, unexplained_words

_BLANK = re.compile(r"\{\w+\}")
_FILLED = "1"
"""Stands where a value of the paper goes, which is no word of ours."""
_NO_TEXTS = frozenset(
    {"moves_to", "sets", "to", "rules_named", "rules_named_to_medicare", "rules_named_to_private_plans"}
)
"""What an answer does beside what it says, and what a letter is chosen by."""


def check_finding_texts(written: str) -> CheckedTable:
    """Return how many texts a TOML file has and what is wrong with each; a fault's path is the key of the text.

    Short answers and titles are no sentences, so their grade is not taken.
    """
    try:
        texts = texts_in(written)
    except tomllib.TOMLDecodeError as error:
        return CheckedTable(entries=0, faults=(_fault("$", f"is no TOML: {error}; mend that place"),))
    faults = (_fault(key, said) for key, text in texts for said in _said(_BLANK.sub(_FILLED, text)))
    return CheckedTable(entries=len(texts), faults=tuple(faults))


def texts_in(written: str) -> list[tuple[str, str]]:
    """Return the texts of a TOML file with the key of each.

    Raises:
        tomllib.TOMLDecodeError: it is none.
    """
    return [*_texts(tomllib.loads(written), "")]


def _texts(value: object, key: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for name, within in value.items():
            if name not in _NO_TEXTS:
                yield from _texts(within, f"{key}.{name}".removeprefix("."))
    elif isinstance(value, list):
        for place, within in enumerate(value, start=1):
            yield from _texts(within, f"{key}[{place}]")


def _said(text: str) -> Iterator[str]:
    yield from promises_in(text)
    yield from unexplained_words(text)
    if text.endswith((".", "?")) and len(text.split()) >= FEWEST_WORDS:
        yield from grade_faults(text)


def _fault(key: str, said: str) -> Fault:
    return Fault(path=printable(key), message=printable(said))
