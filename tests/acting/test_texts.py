"""The texts of acting: plain, and without a name that nothing fills in."""

import re
import string
import tomllib
from collections.abc import Iterator
from importlib import resources

import pytest

from plainbill.case import CATALOGUE, DESK_OF
from plainbill.knowledge.tables import read_table

FOLDER = resources.files("plainbill.knowledge") / "acting_texts"
FILES = sorted(file.name for file in FOLDER.iterdir() if file.name.endswith(".toml"))


def texts(name: str) -> Iterator[tuple[str, str]]:
    for section, entries in tomllib.loads((FOLDER / name).read_text(encoding="utf-8")).items():
        for key, written in entries.items():
            yield from ((f"{section}.{key}", each) for each in (written if isinstance(written, list) else [written]))


@pytest.mark.parametrize("name", FILES)
def test_texts_hold_plain_names_to_fill_in_and_nothing_else(name: str) -> None:
    for _, text in texts(name):
        for _, field, form, conversion in string.Formatter().parse(text):
            assert field is None or re.fullmatch(r"[a-z_]+", field)
            assert not form and not conversion


@pytest.mark.parametrize("name", FILES)
def test_texts_hold_no_figure_of_a_rule(name: str) -> None:
    assert not [text for _, text in texts(name) if re.search(r"\d", text.replace("UB-04", ""))]


def test_every_rule_of_the_table_that_sets_a_day_has_its_words() -> None:
    clocks = {row["right"] for row in read_table("rights") if row["days"] or row["months"]}
    words = set(tomllib.loads((FOLDER / "dates.toml").read_text(encoding="utf-8")))
    letter = tomllib.loads((FOLDER / "letters.toml").read_text(encoding="utf-8"))["letter"]

    assert clocks <= words | {*letter["rules_named"], *letter["rules_named_to_medicare"]}


def test_every_desk_has_its_words() -> None:
    desks = {*DESK_OF.values(), "patient"}

    assert desks <= set(tomllib.loads((FOLDER / "calls.toml").read_text(encoding="utf-8"))["desk"])
    assert desks <= set(tomllib.loads((FOLDER / "report.toml").read_text(encoding="utf-8"))["desks"])


def test_the_table_of_actions_has_every_kind_in_the_order_of_the_catalogue() -> None:
    assert [row["kind"] for row in read_table("kind_actions")] == list(CATALOGUE)
