"""Scores rows, columns and fields alone on papers of the grammar, from their printed words, without any picture.

Every paper is read twice: with its words exactly as printed, and with the faults that readers make (`bench.noise`).
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bench.command import in_processes, options, report
from bench.made_papers import MadePaper, PrintedPage, drawn, made, printed_pages
from bench.noise import as_readers_give
from bench.plugged import KnownWords
from bench.results import Result
from bench.scoring import score_case

if TYPE_CHECKING:
    from source.paper import Paper

EXACT, NOISY = "exact", "noisy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One paper to be read from its words."""

    paper: MadePaper
    pages: list[PrintedPage]
    level: str


def read_some(tasks: Sequence[Task]) -> list[Result]:
    """Read every paper in this process; what failed in a plugin is told on standard error."""
    reader = KnownWords()
    results = [read_known(reader, task.paper, task.pages, task.level) for task in tasks]
    for failure in dict.fromkeys(reader.failures):
        sys.stderr.write(f"{failure.plugin} failed in {failure.hook}: {failure.kind} at {failure.where}\n")
    return results


def read_known(reader: KnownWords, paper: MadePaper, pages: list[PrintedPage], level: str) -> Result:
    """One paper read from its words."""
    given = [_noisy(page, paper.seed * 100 + i) for i, page in enumerate(pages)] if level == NOISY else pages
    read = reader.read(paper.name, given)
    score = score_case(paper.truth, read.case if read else None, read.sources if read else {})
    return Result(paper=paper, level=level, read=read, score=score)


def _noisy(page: PrintedPage, seed: int) -> PrintedPage:
    return replace(page, words=as_readers_give(page.words, (page.width, page.height), seed))


def main() -> None:
    """Draw, read and score."""
    parser = options(__doc__)
    parser.add_argument("--noise", choices=(EXACT, NOISY), help="only one of the two variants")
    asked = parser.parse_args()
    levels = [asked.noise] if asked.noise else [EXACT, NOISY]
    shown = [int(seed) for seed in asked.show if seed.isdigit()]
    seeds = shown or range(asked.seed, asked.seed + asked.count)
    papers: list[Paper] = [drawn(seed, asked.words) for seed in seeds]
    tasks = [
        Task(paper=made(seed, paper), pages=pages, level=level)
        for seed, paper, pages in zip(seeds, papers, printed_pages(papers), strict=True)
        for level in levels
    ]
    report(in_processes(read_some, tasks, asked.jobs), levels, asked)


if __name__ == "__main__":
    main()
