from dataclasses import replace

import pytest

pytest.importorskip("playwright")

from bench.piles import PileOfPages, draw_pile, faults_of
from plainbill.case import Case, PageReport, Problem, ReadResult, Source, read_as


def a_pile_of_two_papers() -> PileOfPages:
    pile = next(pile for seed in range(40) if len((pile := draw_pile(seed, "training")).papers) > 1)
    return replace(pile, papers=tuple(replace(paper, pages=("",)) for paper in pile.papers[:2]), order=((1, 0), (0, 0)))


def reading(*documents: str | None, problems: tuple[Problem, ...] = ()) -> ReadResult:
    pages = [
        PageReport(file="f", page=1, width=1, height=1, document=name, problems=problems if i == 0 else ())
        for i, name in enumerate(documents)
    ]
    case = read_as(Case, {"documents": [{"id": name, "kind": "bill"} for name in sorted({d for d in documents if d})]})
    return ReadResult(case=case, sources={}, pages=tuple(pages))


def test_a_pile_is_always_the_same_one() -> None:
    assert draw_pile(3, "training") == draw_pile(3, "training")


def test_a_pile_sorted_by_first_pages_has_no_fault() -> None:
    pile = a_pile_of_two_papers()
    assert all(paper.documents for paper in pile.papers)
    assert faults_of(pile, reading("d1", "d2")) == []


def test_papers_taken_for_one_are_a_fault() -> None:
    assert faults_of(a_pile_of_two_papers(), reading("d1", "d1"))


def test_a_page_given_twice_has_to_be_said_to_be() -> None:
    pile = replace(a_pile_of_two_papers(), order=((1, 0), (0, 0), (1, 0)))
    twice = Problem(kind="duplicate_page", text="twice")
    assert faults_of(pile, reading("d1", "d2", "d1", problems=(twice,))) == []
    assert faults_of(pile, reading("d1", "d2", "d1"))


def test_a_missing_page_has_to_be_said_to_be_and_no_other() -> None:
    pile = a_pile_of_two_papers()
    first, second = pile.papers
    lacking = replace(pile, papers=(first, replace(second, pages=("", ""))))
    missing = Problem(kind="missing_page", text="missing")
    assert faults_of(lacking, reading("d1", "d2", problems=(missing,))) == []
    assert faults_of(lacking, reading("d1", "d2"))
    assert faults_of(pile, reading("d1", "d2", problems=(missing,)))


def test_lines_in_another_order_than_the_pages_are_a_fault() -> None:
    pile = a_pile_of_two_papers()
    pile = replace(pile, papers=(replace(pile.papers[0], pages=("", "")),), order=((0, 1), (0, 0)))
    lines = [{"id": "1", "charge": "1.00"}, {"id": "2", "charge": "2.00"}]
    case = read_as(Case, {"documents": [{"id": "d1", "kind": "bill", "lines": lines}]})
    found = {
        order: faults_of(
            pile,
            ReadResult(
                case=case,
                pages=reading("d1", "d1").pages,
                sources={
                    f"documents[0].lines[{i}].charge": Source(page=page, text="", confirmed_by=())
                    for i, page in enumerate(order)
                },
            ),
        )
        for order in ((1, 0), (0, 1))
    }
    assert found[1, 0] == [] and found[0, 1]


def test_a_page_said_to_be_given_twice_that_was_not_is_a_fault() -> None:
    twice = Problem(kind="duplicate_page", text="twice")
    assert faults_of(a_pile_of_two_papers(), reading("d1", "d2", problems=(twice,)))
