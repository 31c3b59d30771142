"""The languages that findings, call sheets and letters are told in: English, and a catalogue for each other one.

A catalogue is a folder with two files of messages, the English text above its translation: `texts` for all that
findings and what is written of them say, and `words` for the plain words of charges, as far as they are translated. Who
calls says which language to use; the one of the machine is never asked for. What a catalogue lacks is said in English.
"""

import contextlib
import functools
import gettext
from collections.abc import Iterator
from contextvars import ContextVar
from pathlib import Path

CATALOGUES = Path(__file__).parent / "catalogues"
DOMAIN = "texts"
WORDS = "words"
ENGLISH = "en"

_language: ContextVar[str] = ContextVar("language", default=ENGLISH)


@functools.cache
def languages() -> tuple[str, ...]:
    """Return the languages that there are, English first."""
    found = sorted(path.parent.parent.name for path in CATALOGUES.glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))
    return (ENGLISH, *found)


@contextlib.contextmanager
def say_in(language: str) -> Iterator[None]:
    """Have all texts said in `language` as long as the block runs; in English where it has no catalogue."""
    token = _language.set(language)
    try:
        yield
    finally:
        _language.reset(token)


def current_language() -> str:
    """Return the language that `say_in` chose, English outside of it."""
    return _language.get()


def translated(message: str) -> str:
    """Return a text of the tables in the language that `say_in` chose, with the same {braces}."""
    language = _language.get()
    # The empty message is the head of a catalogue.
    return message if language == ENGLISH or not message else _catalogue(language, DOMAIN).gettext(message)


def translated_words(words: str) -> str | None:
    """Return plain words of a charge, or a sentence of them, in the language of `say_in`; None where it lacks them."""
    language = _language.get()
    if language == ENGLISH or not words:
        return words
    said = _catalogue(language, WORDS).gettext(words)
    return None if said == words else said


@functools.cache
def _catalogue(language: str, domain: str) -> gettext.NullTranslations:
    # Opened by its path: a search for it would look up what the machine knows of places.
    file = CATALOGUES / language / "LC_MESSAGES" / f"{domain}.mo"
    if not file.is_file():
        return gettext.NullTranslations()
    with file.open("rb") as opened:
        return gettext.GNUTranslations(opened)
