"""The fixtures' papers, read once by the real engine for all tests that look at them."""

import functools
import json
from dataclasses import dataclass
from pathlib import Path

from plainbill.case import Case, ReadResult, parse_json, read_as
from plainbill.engine import Engine
from plainbill.plugins.records import SourceFile
from plainbill.settings import Settings

FIXTURES = Path(__file__).parent.parent / "fixtures"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One made-up paper at one level of damage: its pictures in the order of pages, and the file of its truth."""

    name: str
    damage: str
    files: tuple[str, ...]
    truth: str | None


@functools.cache
def papers() -> tuple[Paper, ...]:
    """Return every paper of the manifest, once for each level of damage."""
    entries = json.loads((FIXTURES / "manifest.json").read_text(encoding="utf-8"))
    found: dict[tuple[str, str], list[dict[str, object]]] = {}
    for entry in entries:
        found.setdefault((str(entry["paper"]), str(entry["damage"])), []).append(entry)
    return tuple(
        Paper(
            name=name,
            damage=damage,
            files=tuple(str(each["file"]) for each in sorted(pages, key=lambda each: int(str(each.get("page", 1))))),
            truth=str(pages[0]["truth"]) if pages[0].get("truth") else None,
        )
        for (name, damage), pages in found.items()
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
    return read_as(Case, parse_json((FIXTURES / str(paper.truth)).read_bytes()))
