"""Papers of the grammar in `fixtures/`, with what is printed on them; words and pictures are kept on disk."""

import functools
import hashlib
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from plainbill.case import Case, read_as

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from source.paper import Paper
    from source.render import Word

ROOT = Path(__file__).parents[1]
FIXTURES = ROOT / "fixtures"
KEPT = ROOT / ".cache" / "bench"
Pool = Literal["training", "scoring"]
LEVELS = ("clean", "good", "phone", "hard")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedPage:
    """The words of one page as they are printed, in pixels of the scan."""

    width: int
    height: int
    words: "tuple[Word, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePaper:
    """One paper to be read: its truth, None where it is to be refused, and what is to be known of it."""

    name: str
    seed: int
    kind: str
    traits: tuple[str, ...]
    truth: Case | None


def drawn(seed: int, words: Pool) -> "Paper":
    """The paper of a seed, by the grammar's words for training or for scoring."""
    reach_fixtures()
    from source.grammar import draw_paper

    paper: Paper = draw_paper(seed, words=words)
    return paper


def made(seed: int, paper: "Paper") -> MadePaper:
    """What the bench has to know of a drawn paper."""
    truth = read_as(Case, {"documents": list(paper.documents)}) if paper.documents else None
    return MadePaper(name=paper.name, seed=seed, kind=paper.kind, traits=paper.traits, truth=truth)


def printed_pages(papers: "Sequence[Paper]") -> Iterator[list[PrintedPage]]:
    """The words of each paper's pages, drawn where they are not kept yet."""
    missing = [paper for paper in papers if not _words_file(paper).is_file()]
    if missing:
        from source.render import chromium, printed_words

        with chromium() as browser:
            for paper in missing:
                pages = [{"width": w, "height": h, "words": words} for w, h, words in printed_words(browser, paper)]
                keep(_words_file(paper), json.dumps(pages).encode())
    for paper in papers:
        yield [
            PrintedPage(width=page["width"], height=page["height"], words=tuple(tuple(word) for word in page["words"]))
            for page in json.loads(_words_file(paper).read_bytes())
        ]


def pictures(wanted: "Sequence[tuple[Paper, str, int]]") -> list[list[Path]]:
    """The files of each paper's pages at a level of damage, by a seed; drawn where they are not kept yet."""
    files = [
        [_picture_file(paper, level, seed, page) for page in range(len(paper.pages))] for paper, level, seed in wanted
    ]
    missing = [i for i, pages in enumerate(files) if not all(page.is_file() for page in pages)]
    if missing:
        from source.render import chromium

        with chromium() as browser:
            for i in missing:
                paper, level, seed = wanted[i]
                _take_pictures(browser, paper, level, seed, files[i])
    return files


def _take_pictures(browser: "Browser", paper: "Paper", level: str, seed: int, files: Sequence[Path]) -> None:
    from source.camera import encode_png, take
    from source.render import draw

    photographed = replace(paper, looks=() if level == "clean" else (level,))
    for page, (sheet, file) in enumerate(zip(draw(browser, photographed), files, strict=True)):
        shot = encode_png(sheet.scan) if level == "clean" else take(sheet.fine, level, seed * 100 + page).file
        keep(file, shot)


def reach_fixtures() -> None:
    """Make the modules of `fixtures/` importable."""
    if str(FIXTURES) not in sys.path:
        sys.path.insert(0, str(FIXTURES))


def _words_file(paper: "Paper") -> Path:
    return KEPT / "printed" / f"{_key(_content(paper), _renderer())}.json"


def _picture_file(paper: "Paper", level: str, seed: int, page: int) -> Path:
    key = _key(_content(paper), _renderer(), _camera(), level, str(seed), str(page))
    # A photo may be a JPEG or a fax; what it is stands in its first bytes.
    return KEPT / "pictures" / f"{key}.picture"


def _content(paper: "Paper") -> str:
    return json.dumps([paper.pages, paper.css, paper.size])


@functools.cache
def _renderer() -> str:
    """What decides how a page looks besides itself: our drawing, the shared style, the browser."""
    browser = subprocess.run(["/usr/bin/chromium", "--version"], capture_output=True, text=True, check=True).stdout
    return _key(*(_source(name) for name in ("render.py", "looks.py")), browser)


@functools.cache
def _camera() -> str:
    return _key(*(_source(f"camera/{module.name}") for module in sorted((FIXTURES / "source" / "camera").glob("*.py"))))


def _source(name: str) -> str:
    return (FIXTURES / "source" / name).read_text("utf-8")


def _key(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


def keep(file: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_suffix(".half")
    half.write_bytes(content)
    half.replace(file)
