"""Scores the committed papers of `fixtures/`: from their printed words, or with --pictures through the readers."""

import argparse
import json

from bench.command import printing, report
from bench.layout import EXACT, NOISY, read_known
from bench.made_papers import FIXTURES, MadePaper, PrintedPage
from bench.plugged import KnownWords
from bench.reading import Task, read_some
from bench.results import Result
from plainbill.case import Case, parse_json, read_as


def from_words() -> list[Result]:
    """Every paper with printed words, exact and noisy."""
    reader = KnownWords()
    return [
        read_known(reader, _paper(name, seed), _pages(name), level)
        for seed, name in enumerate(sorted(file.stem for file in (FIXTURES / "words").glob("*.json")))
        for level in (EXACT, NOISY)
    ]


def from_pictures() -> list[Result]:
    """Every paper in every form that it is committed in, through the readers."""
    found: dict[tuple[str, str, str], list[dict[str, str]]] = {}
    for entry in json.loads((FIXTURES / "manifest.json").read_bytes()):
        alone = entry["file"] if entry["file"].startswith("files/") else ""
        found.setdefault((entry["paper"], entry["damage"], alone), []).append(entry)
    tasks = [
        Task(
            paper=_paper(name, seed),
            level=level,
            files=tuple(FIXTURES / entry["file"] for entry in sorted(entries, key=lambda each: int(each["page"]))),
        )
        for seed, ((name, level, _), entries) in enumerate(found.items())
    ]
    return read_some(tasks)


def _paper(name: str, seed: int) -> MadePaper:
    entries = json.loads((FIXTURES / "manifest.json").read_bytes())
    entry = next(each for each in entries if each["paper"] == name)
    truth = FIXTURES / "truth" / f"{name}.json"
    return MadePaper(
        name=name,
        seed=seed,
        kind=entry["kind"],
        traits=tuple(entry["traits"]),
        truth=read_as(Case, parse_json(truth.read_bytes())) if truth.is_file() else None,
    )


def _pages(name: str) -> list[PrintedPage]:
    pages = json.loads((FIXTURES / "words" / f"{name}.json").read_bytes())["pages"]
    return [
        PrintedPage(width=page["width"], height=page["height"], words=tuple(tuple(word) for word in page["words"]))
        for page in pages
    ]


def main() -> None:
    """Read and score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pictures", action="store_true", help="read scans, photos and other files instead")
    printing(parser)
    asked = parser.parse_args()
    if asked.pictures:
        results = from_pictures()
        report(results, sorted({result.level for result in results}), asked)
    else:
        report(from_words(), [EXACT, NOISY], asked)


if __name__ == "__main__":
    main()
