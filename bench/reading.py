"""Scores reading from pictures: papers of the grammar, photographed, cleaned, read, laid out and parsed as any file is.

The pictures and what readers make of them are kept, so that only the first run, and one after a change in a reader or a
cleaner, takes as long as reading does.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.command import in_processes, options, report
from bench.kept import KeptPlugins
from bench.made_papers import LEVELS, MadePaper, drawn, made, pictures
from bench.results import Result
from bench.scoring import score_case
from plainbill.case import ReadResult
from plainbill.engine import NothingRead
from plainbill.engine.reading import read_files
from plainbill.engine.watching import NobodyWatches
from plainbill.plugins.records import Failure, PageRange, SourceFile
from plainbill.settings import ReadingSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One paper to be read from its pictures."""

    paper: MadePaper
    level: str
    files: tuple[Path, ...]


def read_some(tasks: Sequence[Task]) -> list[Result]:
    """Read every paper in this process."""
    failures: list[Failure] = []
    plugins = KeptPlugins(failures.append)
    results = []
    for number, task in enumerate(tasks, 1):
        results.append(_read_one(plugins, task))
        if number % 20 == 0:
            sys.stderr.write(f"{number} of {len(tasks)}\n")
    for failure in dict.fromkeys(failures):
        sys.stderr.write(f"{failure.plugin} failed in {failure.hook}: {failure.kind} at {failure.where}\n")
    return results


def _read_one(plugins: KeptPlugins, task: Task) -> Result:
    settings = ReadingSettings()
    read: ReadResult | None = None
    files = [SourceFile(name=file.name, content=file.read_bytes()) for file in task.files]
    try:
        pages = PageRange(limit=settings.page_limit)
        read = read_files(files, plugins=plugins, settings=settings, pages=pages, watch=NobodyWatches())
    except NothingRead:
        read = None
    score = score_case(task.paper.truth, read.case if read else None, read.sources if read else {})
    return Result(paper=task.paper, level=task.level, read=read, score=score)


def level_of(seed: int) -> str:
    """The level of damage at which the paper of a seed is photographed; each takes a quarter of the papers."""
    return LEVELS[seed % len(LEVELS)]


def main() -> None:
    """Draw, photograph, read and score."""
    parser = options(__doc__)
    parser.add_argument("--level", choices=(*LEVELS, "worst"), help="photograph every paper at this level")
    asked = parser.parse_args()
    shown = [int(seed) for seed in asked.show if seed.isdigit()]
    seeds = shown or range(asked.seed, asked.seed + asked.count)
    papers = [(drawn(seed, asked.words), asked.level or level_of(seed), seed) for seed in seeds]
    tasks = [
        Task(paper=made(seed, paper), level=level, files=tuple(files))
        for (paper, level, seed), files in zip(papers, pictures(papers), strict=True)
    ]
    report(in_processes(read_some, tasks, asked.jobs), [asked.level] if asked.level else LEVELS, asked)


if __name__ == "__main__":
    main()
