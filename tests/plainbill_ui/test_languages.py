"""Catalogues: complete, and with the same facts in them as the English."""

import ast
import gettext
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import plainbill_ui
from plainbill.knowledge.languages import ENGLISH
from plainbill_ui.languages import CATALOGUES, DOMAIN, NAMES, languages

FOLDER = Path(plainbill_ui.__file__).parent
OTHERS = [name for name in languages() if name != ENGLISH]


def said() -> Iterator[str]:
    """Every message of the screen, in English."""
    for path in FOLDER.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
                taken = {"_": call.args[:1], "N_": call.args[:1], "count": call.args[1:2]}.get(call.func.id, [])
                yield from (
                    each.value for each in taken if isinstance(each, ast.Constant) and isinstance(each.value, str)
                )


def names_in(message: str) -> list[str]:
    """The names of the values that are put into a message."""
    return sorted(name for _, name, _, _ in string.Formatter().parse(message) if name)


def translated(catalogue: gettext.NullTranslations, message: str) -> str:
    """The message in the other language; `gettext` alone does not find counted things in every Python."""
    found = catalogue.gettext(message)
    return found if found != message else catalogue.ngettext(message, message, 1)


@pytest.fixture(params=OTHERS)
def catalogue(request: pytest.FixtureRequest) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, CATALOGUES, [request.param])


def test_spanish_is_there() -> None:
    assert "es" in OTHERS
    assert set(languages()) <= set(NAMES)


def test_every_message_is_translated(catalogue: gettext.NullTranslations) -> None:
    same = {message for message in said() if message == translated(catalogue, message)}

    assert same <= {"No", "no", "{desk}: {amount}"}


def test_every_translation_holds_the_same_facts(catalogue: gettext.NullTranslations) -> None:
    wrong = [message for message in set(said()) if names_in(message) != names_in(translated(catalogue, message))]

    assert wrong == []


def test_blanks_at_the_ends_stay(catalogue: gettext.NullTranslations) -> None:
    for message in set(said()):
        other = translated(catalogue, message)
        assert (message[:1] == " ", message[-1:] == " ") == (other[:1] == " ", other[-1:] == " "), message
