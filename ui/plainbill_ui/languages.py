"""The language of the screen: English, or one of the catalogues; a new language is a folder with one file."""

import gettext
from functools import cache
from pathlib import Path

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from plainbill.describing.other_languages import plain_words
from plainbill.knowledge.languages import ENGLISH, say_in, translated

CATALOGUES = Path(__file__).parent / "catalogues"
DOMAIN = "screen"
LANGUAGE_COOKIE = "plainbill_language"
NAMES = {ENGLISH: "English", "es": "Español"}


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that there are, English first."""
    found = sorted(path.parent.parent.name for path in CATALOGUES.glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))
    return (ENGLISH, *found)


def language() -> str:
    """Return the language that the visitor chose, else the browser's where there is a catalogue, else English."""
    if get_script_run_ctx(suppress_warning=True) is None:
        return ENGLISH
    chosen = st.context.cookies.get(LANGUAGE_COOKIE)
    browsers = (st.context.locale or "").partition("-")[0].lower()
    return next((each for each in (chosen, browsers) if each in languages()), ENGLISH)


def N_(message: str) -> str:
    """Return a message as it is; marks it for the catalogues where it is said later."""
    return message


def _(message: str) -> str:
    """Return a message in the language of the visitor."""
    return _catalogue(language()).gettext(message)


def ngettext(one: str, many: str, number: int) -> str:
    """Return the word that fits a number, in the language of the visitor."""
    return _catalogue(language()).ngettext(one, many, number)


def say(text: str) -> str:
    """Return an English text of the findings, sheets or letters in the language of the visitor, where it has one."""
    with say_in(language()):
        return translated(text)


def say_plainly(words: str) -> str:
    """Return plain words of a charge in the language of the visitor, in English where they are not translated."""
    with say_in(language()):
        return plain_words(words)


def lang_of(said: object, english: object) -> str:
    """Return the language of what is shown: English where it is what stands there in English."""
    return ENGLISH if said == english else language()


@cache
def _catalogue(name: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, CATALOGUES, [name], fallback=True)
