"""Scores how piles of pages are sorted into papers, from printed words: order, twice given, missing, look-alikes.

A pile is right where every page is put to its paper, papers stand in the order of their first pages, lines follow the
printed order of pages, and what was given twice or is missing is said of its paper and of no other.
"""

import argparse
import random
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bench.made_papers import Pool, PrintedPage, drawn, printed_pages
from bench.noise import as_readers_give
from bench.plugged import KnownWords
from bench.screen import tell
from plainbill.case import PageReport, ReadResult

if TYPE_CHECKING:
    from source.paper import Paper

EXACT, NOISY = "exact", "noisy"
BAR = 0.95
# A paper twice: another patient of the same provider, or the same patient's next statement.
_SIBLING = ("patient", "coverage", "guarantor", "claim")
_NEXT_STATEMENT = 31
_ONE_PATIENT = ("patient", "coverage", "guarantor")
_ONE_ISSUER = ("provider", "payer")


@dataclass(frozen=True, slots=True, kw_only=True)
class PileOfPages:
    """Pages of several papers: of each page which paper it is of and its number there; traits of the pile."""

    seed: int
    papers: "tuple[Paper, ...]"
    order: tuple[tuple[int, int], ...]
    traits: tuple[str, ...]


def draw_pile(seed: int, words: Pool) -> PileOfPages:
    """The pile of a seed: one to four papers, their pages in any order, some given twice, some missing."""
    chance = random.Random(f"pile {seed}")
    papers, traits = _papers(chance, words)
    order = [(paper, page) for paper in range(len(papers)) for page in range(len(papers[paper].pages))]
    longer = sorted({paper for paper, page in order if page})
    # Where two papers have a page that is the same in both, nobody could say whose it is once another is missing.
    bodies = [body for paper in papers for body in paper.pages]
    told_apart = len(set(bodies)) == len(bodies)
    if told_apart and longer and chance.random() < 0.3:
        paper = chance.choice(longer)
        order.remove((paper, chance.randrange(len(papers[paper].pages))))
        traits.append("page-missing")
    if told_apart and chance.random() < 0.35:
        order.append(chance.choice(order))
        traits.append("page-twice")
    return PileOfPages(
        seed=seed, papers=tuple(papers), order=tuple(_shuffled(chance, order, traits)), traits=tuple(traits)
    )


def _papers(chance: random.Random, words: Pool) -> "tuple[list[Paper], list[str]]":
    first = chance.randrange(10_000)
    papers, traits = [_of_one_document(first, words, chance)], [] if chance.random() < 0.2 else ["several-papers"]
    if not traits:
        return [_with_several_pages(chance, words)], ["one-paper"]
    likeness = chance.choice(("siblings", "next-statement", "one-patient", "one-issuer", "strangers"))
    traits.append(likeness)
    if likeness in {"siblings", "next-statement"}:
        first = _seed_that_names_what_differs(chance, words, likeness)
        papers = [drawn(first, words)]
        parts, later = (_SIBLING, 0) if likeness == "siblings" else (("claim",), _NEXT_STATEMENT)
        papers.append(_kin(first, words, chance.randrange(10_000), parts, later))
    shared = _ONE_PATIENT if likeness == "one-patient" else _ONE_ISSUER if likeness == "one-issuer" else ()
    while len(papers) < 2 or (len(papers) < 4 and chance.random() < 0.45):
        seed = chance.randrange(10_000)
        paper = _kin(seed, words, first, shared) if shared else drawn(seed, words)
        if len(paper.documents) < 2:
            papers.append(paper)
    return papers, traits


def _kin(seed: int, words: Pool, of: int, parts: tuple[str, ...], later: int = 0) -> "Paper":
    from source.grammar import Kin, draw_paper

    paper: Paper = draw_paper(seed, words=words, kin=Kin(seed=of, parts=parts, days_later=later))
    return paper


def _of_one_document(seed: int, words: Pool, chance: random.Random) -> "Paper":
    while len((paper := drawn(seed, words)).documents) != 1:
        seed = chance.randrange(10_000)
    return paper


def _with_several_pages(chance: random.Random, words: Pool) -> "Paper":
    while len((paper := drawn(chance.randrange(10_000), words)).pages) < 2 or len(paper.documents) != 1:
        pass
    return paper


def _seed_that_names_what_differs(chance: random.Random, words: Pool, likeness: str) -> int:
    """A paper that prints what tells it from its kin: nobody could tell papers apart whose names are blacked out."""
    while True:
        seed = chance.randrange(10_000)
        paper = drawn(seed, words)
        if len(paper.documents) != 1:
            continue
        head = paper.documents[0]
        patient = head.get("patient")
        named = isinstance(patient, dict) and {"name", "account_number"} & set(patient)
        dated = {"document_date", "processed_date"} & set(head)
        if (named if likeness == "siblings" else dated) and head["kind"] in {"bill", "eob"}:
            return seed


def _shuffled(chance: random.Random, order: Sequence[tuple[int, int]], traits: Sequence[str]) -> list[tuple[int, int]]:
    """Pages in any order; of look-alikes each paper's pages stay together, as nothing but their order tells."""
    if not {"siblings", "next-statement"} & set(traits):
        return chance.sample(order, len(order))
    mixed: list[tuple[int, int]] = []
    for paper in chance.sample(range(4), 4):
        own = [place for place in order if place[0] == paper]
        mixed += chance.sample(own, len(own))
    return mixed


def faults_of(pile: PileOfPages, read: ReadResult | None) -> list[str]:
    """What is wrong with how a pile was sorted, nothing where it is right."""
    pages = read.pages if read is not None else ()
    got = [page.document for page in pages] or [None] * len(pile.order)
    names: dict[int, str] = {}
    for paper, _ in pile.order:
        if pile.papers[paper].documents and paper not in names:
            names[paper] = f"d{len(names) + 1}"
    wanted = [names.get(paper) for paper, _ in pile.order]
    faults = [] if got == wanted else [f"pages in {got}, not {wanted}"]
    for paper, name in names.items():
        faults += _faults_of_paper(pile, paper, [page for page in pages if page.document == name])
    if read is not None and not faults:
        faults += _out_of_order(pile, read)
    return faults


def _faults_of_paper(pile: PileOfPages, paper: int, pages: Sequence[PageReport]) -> list[str]:
    said = {problem.kind for page in pages for problem in page.problems}
    own = Counter(page for of, page in pile.order if of == paper)
    given_twice, lacking = max(own.values()) > 1, len(own) < len(pile.papers[paper].pages)
    faults = []
    if ("duplicate_page" in said) != given_twice:
        faults.append(f"paper {paper}: duplicate_page {'not ' if given_twice else ''}said")
    if ("missing_page" in said) != lacking:
        faults.append(f"paper {paper}: missing_page {'not ' if lacking else ''}said")
    return faults


def _out_of_order(pile: PileOfPages, read: ReadResult) -> list[str]:
    for i, document in enumerate(read.case.documents):
        places = [
            pile.order[source.page][1]
            for j in range(len(document.lines))
            if (source := read.sources.get(f"documents[{i}].lines[{j}].charge")) is not None
        ]
        if places != sorted(places):
            return [f"lines of {document.id} stand in the order of pages {places}"]
    return []


def words_of(pile: PileOfPages, printed: Sequence[Sequence[PrintedPage]], level: str) -> list[PrintedPage]:
    """The words of the pile's pages as they are given; what is given twice is read a little differently."""
    given: list[PrintedPage] = []
    for at, (paper, number) in enumerate(pile.order):
        page = printed[paper][number]
        if level == NOISY or (paper, number) in pile.order[:at]:
            seed = pile.seed * 1000 + at
            page = replace(page, words=as_readers_give(page.words, (page.width, page.height), seed))
        given.append(page)
    return given


def main() -> None:
    """Draw, read and score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=60, help="how many piles, 60 unless told")
    parser.add_argument("--seed", type=int, default=0, help="the first seed, 0 unless told")
    parser.add_argument("--words", choices=("training", "scoring"), default="training", help="whose words papers use")
    parser.add_argument("--noise", choices=(EXACT, NOISY), help="only one of the two variants")
    asked = parser.parse_args()
    piles = [draw_pile(seed, asked.words) for seed in range(asked.seed, asked.seed + asked.count)]
    printed = [list(printed_pages(pile.papers)) for pile in piles]
    reader = KnownWords()
    for level in [asked.noise] if asked.noise else [EXACT, NOISY]:
        traits, right = Counter[str](), Counter[str]()
        for pile, pages in zip(piles, printed, strict=True):
            faults = faults_of(pile, reader.read(f"pile {pile.seed}", words_of(pile, pages, level)))
            traits.update(["all", *pile.traits])
            right.update([] if faults else ["all", *pile.traits])
            for fault in faults:
                papers = ", ".join(f"{paper.name} {paper.kind}" for paper in pile.papers)
                tell(f"  pile {pile.seed} {level} [{' '.join(pile.traits)}] of {papers}: {fault}")
        share = right["all"] / traits["all"]
        verdict = "reached" if share >= BAR else "missed"
        tell(f"{level}: {right['all']} of {traits['all']} piles right, {share:.1%} (bar {BAR:.0%}, {verdict})")
        tell("  " + ", ".join(f"{trait} {right[trait]}/{traits[trait]}" for trait in sorted(traits) if trait != "all"))
    for failure in dict.fromkeys(reader.failures):
        sys.stderr.write(f"{failure.plugin} failed in {failure.hook}: {failure.kind} at {failure.where}\n")


if __name__ == "__main__":
    main()
