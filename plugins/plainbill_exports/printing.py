"""A writing as a tagged PDF; the compiler refuses what would not hold to PDF/UA-1."""

import functools
import json
import re
from importlib import resources
from typing import TYPE_CHECKING

from plainbill.acting import Writing

if TYPE_CHECKING:
    import typst

NO_LETTER = "?"
MISSING = "Some letters have no shape in the fonts of this computer. They are printed here as “?”."

# What the compiler says of letters that no font has: the text in quotes, some of it escaped.
_NOT_SHOWN = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
# Each round names every letter that is missing; fonts that fall back to others may show some more.
_MOST_ROUNDS = 4
# A run of letters that nothing breaks; behind each stands a place to break that has no width.
_LONG = re.compile(r"\S{24}(?=\S)")
_NOT_PRINTED = frozenset({"facts", "tables", "phone"})
_LAST_LATIN = 0x24F


def write(writing: Writing) -> bytes:
    """Return a writing as a PDF, the same bytes for the same writing and fonts.

    A letter that no font has is printed as "?", and the page says so.

    Raises:
        typst.TypstError: it cannot be set, also without such letters.
    """
    import typst

    text, missing = _as_json(writing), ""
    for _ in range(_MOST_ROUNDS):
        try:
            return _compile(text, missing)
        except typst.TypstError as error:
            unshown = set("".join(map(_letters, _NOT_SHOWN.findall(str(error.diagnostic)))))
            if not unshown:
                raise
            text, missing = text.translate(dict.fromkeys(map(ord, unshown), NO_LETTER)), MISSING
    return _compile("".join(each if ord(each) <= _LAST_LATIN else _plain(each) for each in text), MISSING)


def _as_json(writing: Writing) -> str:
    # Letters as they are, so that those without a shape can be taken out one by one.
    return json.dumps(_printed(writing.model_dump(mode="json")), ensure_ascii=False)


def _printed(entry: object) -> object:
    """What is printed of an entry: its words with places to break in what is longer than a row, without its facts."""
    if isinstance(entry, dict):
        return {key: _printed(value) for key, value in entry.items() if key not in _NOT_PRINTED}
    if isinstance(entry, list | tuple):
        return [_printed(each) for each in entry]
    return _LONG.sub(lambda found: f"{found[0]}\u200b", entry) if isinstance(entry, str) else entry


def _compile(text: str, missing: str) -> bytes:
    # The template goes in each time: a compiler forgets one that is no file.
    printed = _compiler().compile(
        _template(), format="pdf", sys_inputs={"writing": text, "missing": missing}, pdf_standards="ua-1"
    )
    assert isinstance(printed, bytes)
    return printed


@functools.cache
def _template() -> bytes:
    return (resources.files("plainbill_exports") / "printed.typ").read_bytes()


@functools.cache
def _compiler() -> "typst.Compiler":
    import typst

    return typst.Compiler(font_paths=typst.Fonts())


def _letters(quoted: str) -> str:
    plain = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), quoted)
    return plain.replace('\\"', "").replace("\\\\", "")


def _plain(letter: str) -> str:
    """Marks of our own texts stay, other letters beyond Latin do not."""
    return letter if letter in "“”’…–—" else NO_LETTER
