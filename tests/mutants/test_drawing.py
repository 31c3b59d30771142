"""Drawing is fair and repeatable, and the reasons for survivors hold for the code as it stands."""

from collections import Counter
from pathlib import Path

import pytest

from tests.mutants.drawing import draw, read_reasons, sources, without_place
from tests.mutants.run import CHECKING, REASONS

WRITTEN = {"one": "def f(a):\n    return a < 1\n", "": "def g(a):\n    return a and not a\n"}


def test_the_same_seed_draws_the_same_mutants_and_another_seed_others() -> None:
    written = sources(CHECKING)

    assert draw(written, seed=1, count=20) == draw(dict(reversed(list(written.items()))), seed=1, count=20)
    assert draw(written, seed=1, count=20) != draw(written, seed=2, count=20)


def test_a_change_elsewhere_leaves_the_other_mutants_of_the_draw() -> None:
    before = {one.key for one in draw(sources(CHECKING), seed=1, count=60)}
    longer = {**sources(CHECKING), "added": "def f(a):\n    return a < 1 and a > 0\n"}

    assert len(before & {one.key for one in draw(longer, seed=1, count=60)}) >= 57


def test_no_mutant_is_drawn_twice_and_each_is_drawn_in_the_end() -> None:
    drawn = Counter(one.key for one in draw(WRITTEN, seed=3, count=100))

    assert set(drawn.values()) == {1}
    assert {key[0] for key in drawn} == {"one", ""}
    assert len(drawn) == 7


def test_every_module_of_checking_is_drawn_from() -> None:
    names = sources(CHECKING)

    assert {"", "matching", "judging", "rules", "rules.record"} <= set(names)


def test_a_reason_is_read_by_its_key(tmp_path: Path) -> None:
    file = tmp_path / "survivors.toml"
    file.write_text(
        '[[survivor]]\nmodule = "one"\nfunction = "f"\nbefore = "return a < 1"\nafter = "return a <= 1"\nreason = "?"\n'
    )

    reasons = read_reasons(file)

    assert reasons == {("one", "f", "return a < 1", "return a <= 1"): "?"}
    assert list(without_place(list(reasons), WRITTEN)) == []
    assert list(without_place(list(reasons), {"one": "def f(a):\n    return a < 2\n"})) == list(reasons)


@pytest.mark.parametrize(
    "entry", ['reason = "why"', 'module = ""\nfunction = ""\nbefore = ""\nafter = ""\nreason = " "']
)
def test_an_entry_that_lacks_something_is_refused(entry: str, tmp_path: Path) -> None:
    file = tmp_path / "survivors.toml"
    file.write_text(f"[[survivor]]\n{entry}\n")

    with pytest.raises(ValueError, match="an entry"):
        read_reasons(file)


def test_every_survivor_with_a_reason_is_still_a_mutant_of_the_code() -> None:
    assert list(without_place(list(read_reasons(REASONS)), sources(CHECKING))) == [], "the line was changed since"
