"""The words of call sheets, letters, dates and the report, as the tables have them, in the language of the reader."""

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

from plainbill.knowledge.languages import translated
from plainbill.knowledge.tables import read_table


@functools.cache
def _read(name: str) -> Mapping[str, Mapping[str, object]]:
    return tomllib.loads((resources.files("plainbill.knowledge") / f"acting_texts/{name}.toml").read_text("utf-8"))


@functools.cache
def names_in(file: str) -> tuple[str, ...]:
    """Return the names of the sections of a file of texts, in their order."""
    return tuple(_read(file))


def key(file: str, section: str, name: str) -> str:
    """Return what is no text but chooses something, such as the desk of a letter; the same in every language."""
    found = _read(file)[section][name]
    assert isinstance(found, str), name
    return found


def keys(file: str, section: str, name: str) -> tuple[str, ...]:
    """Return a list of such choices, empty where the section has none of that name."""
    found = _read(file)[section].get(name, [])
    assert isinstance(found, list), name
    return tuple(map(str, found))


def text(file: str, section: str, name: str) -> str:
    """Return one text."""
    return translated(key(file, section, name))


def texts(file: str, section: str, name: str) -> tuple[str, ...]:
    """Return a list of texts, empty where the section has none of that name."""
    return tuple(map(translated, keys(file, section, name)))


@dataclass(frozen=True, slots=True, kw_only=True)
class KindActions:
    """What a kind of finding leads to: letters by name, and the clocks that run. `name` is what to call it."""

    name: str
    letters: tuple[str, ...]
    clocks: tuple[str, ...]


@functools.cache
def _actions() -> Mapping[str, KindActions]:
    return {
        row["kind"]: KindActions(
            name=row["name"], letters=tuple(row["letters"].split()), clocks=tuple(row["clocks"].split())
        )
        for row in read_table("kind_actions")
    }


def actions_of(kind: str) -> KindActions:
    """Return what a kind leads to; a kind that a plugin brought leads to nothing beyond its own question and step."""
    return _actions().get(kind, KindActions(name=kind, letters=(), clocks=()))
