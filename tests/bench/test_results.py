"""The table of measures: its bars are those that reading is held to, and each is worked out as its name says."""

import pytest

from bench.made_papers import MadePaper
from bench.results import MEASURES, Measure, Result, lines_lost, traits_of, worst
from bench.scoring import Count, Doubt, Score

BARS = {
    "lines (date, code, every amount)": (0.99, 0.99, 0.97, 0.93),
    "averaged by document": (0.96, 0.96, 0.94, 0.90),
    "whole line": (0.93, 0.93, 0.90, 0.82),
    "totals": (0.97, 0.97, 0.97, None),
    "parties, numbers, dates": (0.95, 0.95, 0.95, None),
    "invented of 500 fields": (0, 0, 1, 1),
    "wrong values marked doubtful": (0.95, 0.95, 0.95, 0.95),
    "right values marked doubtful": (0.10, 0.10, 0.10, 0.10),
}


def measure(name: str) -> Measure:
    """The first measure of that name; that of money alone follows the one of all values."""
    return next(each for each in MEASURES if each.name.strip() == name)


def result(seed: int, score: Score, level: str = "clean", *, traits: tuple[str, ...] = ()) -> Result:
    paper = MadePaper(name=f"paper-{seed}", seed=seed, kind="bill", traits=traits, truth=None)
    return Result(paper=paper, level=level, read=None, score=score)


def lines(right: int, printed: int, read: int) -> Score:
    return Score(counts={"lines": Count(right=right, printed=printed, read=read)})


@pytest.mark.parametrize("name", BARS)
def test_the_bars_are_those_of_the_goal(name: str) -> None:
    clean, good, phone, hard = BARS[name]
    bars = measure(name).bars

    assert tuple(bars.get(level) for level in ("clean", "good", "phone", "hard")) == (clean, good, phone, hard)
    assert (bars["exact"], bars["noisy"]) == (clean, phone)


def test_money_is_held_to_the_same_bars_of_doubt() -> None:
    money = [each for each in MEASURES if each.name.strip() == "money"]

    assert [each.bars["hard"] for each in money] == [0.95, 0.10]


@pytest.mark.parametrize(("name", "kept", "missed"), [("totals", 0.98, 0.96), ("invented of 500 fields", 0.5, 1.5)])
def test_a_bar_is_a_least_or_a_most(name: str, kept: float, missed: float) -> None:
    assert measure(name).passes("phone", kept)
    assert measure(name).passes("phone", missed) is False
    assert measure(name).passes("elsewhere", missed) is None


def test_documents_count_alike_and_those_without_lines_not_at_all() -> None:
    results = [result(1, lines(10, 10, 10)), result(2, lines(0, 1, 1)), result(3, Score())]

    assert measure("lines (date, code, every amount)").of(results) == pytest.approx(10 / 11)
    assert measure("averaged by document").of(results) == 0.5


def test_invented_values_are_counted_of_five_hundred_that_were_read() -> None:
    results = [result(1, Score(values_read=900, invented=1)), result(2, Score(values_read=100, invented=2))]

    assert measure("invented of 500 fields").of(results) == 1.5


def test_doubt_is_a_share_of_wrong_values_and_of_right_ones() -> None:
    doubt = Doubt(wrong=4, wrong_doubtful=3, right=10, right_doubtful=1)
    results = [result(1, Score(doubts={"money": doubt, "other": Doubt(wrong=4, right=10)}))]

    assert measure("wrong values marked doubtful").of(results) == 3 / 8
    assert measure("right values marked doubtful").of(results) == 1 / 20
    assert [each.of(results) for each in MEASURES if each.name.strip() == "money"] == [3 / 4, 1 / 10]


def test_a_trait_counts_as_covered_on_a_fifteenth_of_the_papers() -> None:
    results = [result(n, Score(), traits=("often",) if n > 1 else ("often", "once")) for n in range(1, 31)]

    assert {trait: (count, covered) for trait, count, covered, *_ in traits_of(results)} == {
        "often": (30, True),
        "once": (1, False),
    }


def test_the_worst_papers_come_first_each_at_its_worst_level() -> None:
    lost, poor, fine = lines(1, 9, 9), lines(7, 9, 9), lines(9, 9, 9)
    results = [result(1, poor), result(1, lost, "hard"), result(2, poor), result(3, fine)]

    assert [(each.paper.seed, each.level) for each in worst(results, 5)] == [(1, "hard"), (2, "clean")]
    assert lines_lost(result(4, lines(2, 3, 7))) == 3
