"""The fixtures' papers, read once by the real engine for all tests that look at them."""

import functools
import json
import os
from dataclasses import dataclass
from pathlib import Path

from plainbill.case import Case, ReadResult, parse_json, read_as
from plainbill.engine import Engine
from plainbill.plugins.records import SourceFile
from plainbill.settings import Settings

FIXTURES = Path(__file__).parent.parent / "fixtures"
SCANS_TOO = bool(os.environ.get("READ_SCANS"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One made-up paper at one level of damage: its pictures in the order of pages, and the file of its truth."""

    name: str
    damage: str
    files: tuple[str, ...]
    truth: str


@functools.cache
def papers() -> tuple[Paper, ...]:
    """Return every photographed paper that has a truth, and every other form that files come in.

    The clean scans are left to `make soak`: reading them takes as long again and finds nothing that photos do not.
    """
    entries = json.loads((FIXTURES / "manifest.json").read_text(encoding="utf-8"))
    found: dict[tuple[str, ...], list[dict[str, str]]] = {}
    for entry in entries:
        if entry["truth"] is not None and (SCANS_TOO or not entry["file"].startswith("scans/")):
            alone = entry["file"] if entry["file"].startswith("files/") else ""
            folder = entry["file"].split("/")[0]
            found.setdefault((entry["paper"], folder, alone), []).append(entry)
    return tuple(
        Paper(
            name=name,
            damage=pages[0]["damage"],
            files=tuple(each["file"] for each in sorted(pages, key=lambda each: int(each["page"]))),
            truth=pages[0]["truth"],
        )
        for (name, *_), pages in found.items()
    )


@functools.cache
def engine() -> Engine:
    """Return the engine with its default settings."""
    return Engine.start(Settings())


@functools.cache
def reading_of(files: tuple[str, ...]) -> ReadResult:
    """Return what the engine reads in these files of the fixtures."""
    sources = [SourceFile(name=name, content=(FIXTURES / name).read_bytes()) for name in files]
    return engine().read(sources)


def truth_of(paper: Paper) -> Case:
    """Return what is printed on the paper, as its maker knows it."""
    return read_as(Case, parse_json((FIXTURES / paper.truth).read_bytes()))
