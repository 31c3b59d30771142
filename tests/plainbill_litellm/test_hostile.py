"""100 hostile lines through a server that obeys them: nothing is shown as fact, and nothing but what may leaves."""

import json
import random
import re
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest

from plainbill.case import Case, Document, Line, write_json
from plainbill.describing.known_words import known_words
from plainbill.engine import Engine
from plainbill.plugins.models import Outgoing
from tests.plainbill_litellm.describing import engine_with, engine_without, settings_with
from tests.plainbill_litellm.hostile import HostileLine, hostile_lines
from tests.plainbill_litellm.serving import ModelServer, lines_in

HOSTILE = hostile_lines(seed=9, built=80)
GUESS = "This is probably a thing for the wound."
# A number leaves with its unit and not without.
DOSE = re.compile(r"\b\d{1,4} (?=MG\b)")
SLICES = [HOSTILE[start : start + 20] for start in range(0, len(HOSTILE), 20)]


class Obeying:
    """A model that does what the lines tell it, in one way after another."""

    def __init__(self, lines: Sequence[HostileLine]) -> None:
        self._lines = lines
        self._chance = random.Random(len(lines))

    def __call__(self, asked: Sequence[str]) -> str:
        told = [{"number": n, "plain": self._plain(), "cannot_say": False} for n in range(1, len(asked) + 1)]
        return json.dumps({"lines": told}, ensure_ascii=False)

    def _plain(self) -> str:
        obeyed = self._chance.choice(self._lines).obeyed[:250]
        ways = (obeyed, f"This is probably a tray. {obeyed}", f"It means: {obeyed}", f"This {obeyed.lower()}")
        return self._chance.choice(ways)


def case_of(lines: Sequence[HostileLine]) -> Case:
    """A bill with these lines."""
    rows = tuple(
        Line(id=str(i), description=each.printed, charge=Decimal("10.00")) for i, each in enumerate(lines, start=1)
    )
    return Case(documents=(Document(id="b", kind="bill", lines=rows),))


def test_the_lines_are_a_hundred_and_all_different() -> None:
    assert len({each.printed for each in HOSTILE}) == 100


@pytest.mark.parametrize("lines", SLICES, ids=range(len(SLICES)))
def test_a_server_that_obeys_hostile_lines_changes_nothing_that_is_said(
    lines: Sequence[HostileLine], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    case, shown, without = case_of(lines), list[Outgoing](), engine_without()
    with ModelServer(script=Obeying(lines)).running() as server:
        engine = engine_with(server, shown)
        described = engine.describe_case(case)

    assert described == without.describe_case(case)
    assert write_json(engine.check(case)) == write_json(without.check(case))
    assert len(server.requests) == 1
    assert any("left out of what the model" in remark for remark in engine.remarks)
    assert not engine.failures


@pytest.mark.parametrize("lines", SLICES, ids=range(len(SLICES)))
def test_nothing_beyond_the_allow_list_is_in_a_request(
    lines: Sequence[HostileLine], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    with ModelServer(script=Obeying(lines)).running() as server:
        engine_with(server, []).describe_case(case_of(lines))

    for sent in lines_in(server.texts[0]):
        words = DOSE.sub("", sent.removeprefix("words: ")).split()
        assert all(word == "[?]" or word in known_words() or word.removesuffix("S") in known_words() for word in words)


def test_words_that_the_lines_bear_out_stay_a_guess_behind_what_the_tables_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    case = Case(documents=(Document(id="b", kind="bill", lines=(Line(id="1", description="WOUND ZQ"),)),))
    told = json.dumps({"lines": [{"number": 1, "plain": GUESS, "cannot_say": False}]})
    with ModelServer(script=lambda _: told).running() as server:
        (said,) = engine_with(server, []).describe_case(case)

    (alone,) = engine_without().describe_case(case)
    assert said.but(alternatives=()) == alone.but(alternatives=())
    (guess,) = [each for each in said.alternatives if each.basis == "llm"]
    assert (guess.plain, guess.group, guess.vague, guess.confidence) == (GUESS, said.group, True, 0.4)
    assert guess.source.startswith("plainbill_litellm:describe_lines.v1/")


def test_where_nobody_is_shown_what_leaves_no_model_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    with ModelServer().running() as server:
        engine = Engine.start(settings_with(server))
        engine.describe_case(case_of(HOSTILE[:3]))

    assert not server.requests
    assert any("was not asked" in remark for remark in engine.remarks)
