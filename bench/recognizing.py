"""Times whose paper a page is, asked of 200 packs through the engine; prints figures beside the bar."""

import itertools
import json
import sys
import types
from importlib.metadata import EntryPoint
from pathlib import Path

from bench.checking import ms
from bench.screen import tell
from plainbill.engine.recognizing import Recognizer
from plainbill.payers.pack import Pack
from plainbill.payers.packaged import packaged
from plainbill.payers.recognizing import recognize
from plainbill.plugins import GROUP, hookimpl
from plainbill.plugins.asking import Plugins
from plainbill.plugins.loading import load_plugins
from plainbill.plugins.records import Failure, Recognition
from plainbill.reading.page import Box, PageWords, Word
from plainbill.reading.print_index import PrintIndex

PACKS, BAR_MS = 200, 5
ROOT = Path(__file__).parents[1]
# A notice that one pack recognizes, a bill that none does, and the page with the most words.
PAPERS = ("medicare-notice", "physician-statement", "long-bill")
FIRST = ("Alder", "Birch", "Cedar", "Drake", "Egret", "Finch", "Grebe", "Heron", "Ibis", "Juniper")
SECOND = ("Bay", "Cove", "Dale", "Ford", "Glen", "Hill", "Isle", "Lake", "Mesa", "Peak", "Ridge", "Shore", "Vale")


def main() -> None:
    """Time every page."""
    plugins = two_hundred_payers()
    for paper in PAPERS:
        page = first_page(paper)
        by = Recognizer(plugins).page(page).by
        took = ms(lambda at=page: Recognizer(plugins).page(at))  # type: ignore[misc]  # mypy cannot type a default in a lambda
        whose = by.payer if by else "nobody"
        tell(f"recognizing {paper} ({len(page.words)} words, {whose}) among {PACKS} packs: {took} (bar {BAR_MS} ms)")


def two_hundred_payers() -> Plugins:
    """The built-in packs, and those of made-up payers that know as much."""
    known = [packaged(file.parent.name) for file in sorted((ROOT / "plugins").glob("*/payer.toml"))]
    names = (f"{one} {other} Health" for one, other in itertools.product(FIRST, SECOND * 2))
    made_up = (as_of(pack, name) for pack, name in zip(itertools.cycle(known), names, strict=False))
    packs = list(itertools.islice(itertools.chain(known, made_up), PACKS))
    entries = [entry(f"payer{i}", pack) for i, pack in enumerate(packs)]
    failures: list[Failure] = []
    return Plugins(load_plugins(entries=entries), failures.append)


def as_of(pack: Pack, name: str) -> Pack:
    """The pack as that of another payer, whose papers carry another name and other titles of its own."""
    return pack.but(
        payer=pack.payer.but(name=name),
        names=tuple(each.but(words=f"{name} {i}", not_in=()) for i, each in enumerate(pack.names)),
        titles=tuple(each.but(words=f"{name} {each.words}") if each.only_here else each for each in pack.titles),
    )


def entry(name: str, pack: Pack) -> EntryPoint:
    """The entry point of a plugin that answers from `pack`."""

    @hookimpl
    def recognize_document(printed: PrintIndex) -> Recognition | None:
        return recognize(pack, printed)

    module = types.ModuleType(f"bench_{name}")
    vars(module).update({"recognize_document": recognize_document, "HOOK_API": 1})
    sys.modules[module.__name__] = module
    return EntryPoint(name=name, value=module.__name__, group=GROUP)


def first_page(paper: str) -> PageWords:
    """The first page of a fixture, by its printed words."""
    page = json.loads((ROOT / "fixtures" / "words" / f"{paper}.json").read_text(encoding="utf-8"))["pages"][0]
    words = tuple(
        Word(text=text, box=box, source_box=box, confidence=0.9, reader="bench")
        for text, x0, y0, x1, y1 in page["words"]
        for box in (Box(x0=x0, y0=y0, x1=x1, y1=y1),)
    )
    return PageWords(index=0, file=paper, number=1, width=page["width"], height=page["height"], words=words)


if __name__ == "__main__":
    main()
