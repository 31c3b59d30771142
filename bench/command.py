"""What the reading benches have in common: their options, and printing what came out."""

import argparse
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from bench import telling
from bench.results import Result
from bench.screen import tell

Task = TypeVar("Task")


def options(about: str | None) -> argparse.ArgumentParser:
    """The options of both benches."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--count", type=int, default=300, help="how many papers, 300 unless told")
    parser.add_argument("--seed", type=int, default=0, help="the first seed, 0 unless told")
    parser.add_argument("--words", choices=("training", "scoring"), default="training", help="whose words papers use")
    parser.add_argument("--jobs", type=int, default=1, help="processes that read, 1 unless told")
    printing(parser)
    return parser


def printing(parser: argparse.ArgumentParser) -> None:
    """The options of what is printed."""
    parser.add_argument("--worst", type=int, default=telling.WORST, help="how many of the worst papers are listed")
    parser.add_argument("--show", metavar="SEED", action="append", default=[], help="print one paper in detail")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write everything to a file")


def in_processes(work: Callable[[Sequence[Task]], Sequence[Result]], tasks: Sequence[Task], jobs: int) -> list[Result]:
    """The results of all tasks in their order, worked out in so many processes."""
    if jobs <= 1:
        return list(work(tasks))
    parts = [tasks[len(tasks) * job // jobs : len(tasks) * (job + 1) // jobs] for job in range(jobs)]
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        return [result for results in pool.map(work, parts) for result in results]


def report(results: Sequence[Result], levels: Sequence[str], asked: argparse.Namespace) -> None:
    """Print the results, or of one paper everything."""
    if asked.json is not None:
        telling.write_json(results, levels, asked.json)
    if asked.show:
        wanted = [result for result in results if {str(result.paper.seed), result.paper.name} & set(asked.show)]
        _tell_all(line for result in wanted for line in telling.detail(result))
        return
    _tell_all(telling.table(results, levels))
    for title, lines in (
        (
            f"What lines were lost to (with no other fault), {', '.join(levels)}",
            telling.losses(results, levels),
        ),
        ("Fields, those of matched lines and those outside lines", telling.fields(results)),
        ("Traits, worst first", telling.traits(results)),
        ("Papers that lose most lines", telling.worst_papers(results, asked.worst)),
    ):
        tell(f"\n{title}")
        _tell_all(lines)


def _tell_all(lines: Iterable[str]) -> None:
    for line in lines:
        tell(line.rstrip())
