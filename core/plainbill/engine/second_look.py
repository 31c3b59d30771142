"""A second reader for what nothing else on a page confirms, asked while the picture of the page is at hand."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from plainbill.engine.collecting import collection_held_off
from plainbill.engine.found_lines import lines_printed
from plainbill.engine.names import UnknownName
from plainbill.engine.recognizing import Recognizer
from plainbill.engine.watching import FoundLine, Step, Watch
from plainbill.plugins.asking import From, Plugins
from plainbill.plugins.records import Failure, Picture, Reader
from plainbill.reading.layout import PageLayout
from plainbill.reading.page import PageWords, Piece, Rereading
from plainbill.reading.parsed import ParsedDocument
from plainbill.reading.piles.sorting import group_pages
from plainbill.settings import ReadingSettings

Run = tuple[Piece, ...]


class SecondLook:
    """Lays out the pages of one call, one after the other, and has doubtful print of each read again.

    What is doubtful is judged from the page and the one before it, whose table it may carry on.
    """

    def __init__(self, plugins: Plugins, watch: Watch, *, first: str, second: str) -> None:
        self._plugins = plugins
        self._watch = watch
        self.recognizer = Recognizer(plugins)
        self._reader = _reader(plugins, second) if second not in {"", first} else None
        self._layouts: dict[tuple[int, int], PageLayout | None] = {}
        self._before: tuple[PageWords, PageLayout] | None = None
        self._parsed: dict[tuple[int, int], ParsedDocument | None] = {}

    def layout_of(self, page: PageWords) -> PageLayout | None:
        """Return the layout of a page, which is worked out once."""
        key = (page.index, page.part)
        if key not in self._layouts:
            with collection_held_off():
                self._layouts[key] = self._plugins.lay_out_page(page, self.recognizer.page(page).by)
            self._tell("laid_out", page)
        return self._layouts[key]

    def lines_of(self, page: PageWords) -> tuple[FoundLine, ...]:
        """Return the lines of a page before all pages are read; what the second look parsed is not parsed again."""
        key = (page.index, page.part)
        parsed = self._parsed[key] if key in self._parsed else self._parse((page,), (self.layout_of(page),))
        return tuple(lines_printed(parsed, page.index)) if parsed is not None else ()

    def at(self, page: PageWords, picture: Picture) -> PageWords:
        """Return the page with what a second reader saw in its doubtful print; unchanged where nobody can read it."""
        if self._reader is None or all(word.reader == self._reader.answer.name for word in page.words):
            return page
        runs = self._doubtful(page)
        self._tell("doubted", page)
        seen = self._reread(self._reader, picture, runs) if runs else ()
        self._tell("reread", page)
        name = self._reader.answer.name
        read_again = (
            Rereading(pieces=run, text=text, reader=name) for run, text in zip(runs, seen, strict=True) if text
        )
        return replace(page, rereadings=tuple(read_again))

    def _doubtful(self, page: PageWords) -> Sequence[Run]:
        layout = self.layout_of(page)
        if layout is None:
            return ()
        pages, layouts = [page], [layout]
        if self._before is not None:
            pages, layouts = [self._before[0], page], [self._before[1], layout]
        self._before = (page, layout)
        parsed = self._parsed[page.index, page.part] = self._parse(pages, layouts)
        runs = parsed.doubtful if parsed is not None else ()
        return tuple(run for run in runs if run[0].page == page.index)

    def _parse(self, pages: Sequence[PageWords], layouts: Sequence[PageLayout | None]) -> ParsedDocument | None:
        """The paper that the last of these pages belongs to, as far as they show it; None where it is of none."""
        laid_out = [layout for layout in layouts if layout is not None]
        if len(laid_out) < len(pages):
            return None
        pile = next((pile for pile in group_pages(pages, laid_out) if len(pages) - 1 in pile), None)
        if pile is None:
            return None
        own = [pages[i] for i in pile]
        with collection_held_off():
            return self._plugins.parse_document(own, [laid_out[i] for i in pile], self.recognizer.page(pages[-1]).by)

    def _tell(self, kind: Literal["laid_out", "doubted", "reread"], page: PageWords) -> None:
        self._watch.on_step(Step(kind=kind, file=page.file, page=page.index))

    def _reread(self, reader: From[Reader], picture: Picture, runs: Sequence[Run]) -> Sequence[str]:
        look = reader.answer.reread
        if look is None:
            return ("",) * len(runs)
        boxes = [[piece.box for piece in run] for run in runs]
        seen = self._plugins.boundary.ask_each(reader.plugin, "reread", str, lambda: look(picture, boxes))
        if isinstance(seen, Failure) or len(seen) != len(runs):
            return ("",) * len(runs)
        return seen


def _reader(plugins: Plugins, name: str) -> From[Reader] | None:
    """The reader of that name where it can look again and works here.

    Raises:
        UnknownName: no plugin has a reader of that name, and it is not the one that plainbill asks by itself.
    """
    readers = {reader.answer.name: reader for reader in plugins.readers()}
    if name not in readers:
        if name == ReadingSettings().second_reader:
            return None
        raise UnknownName("reader", name, list(readers))
    reader = readers[name]
    works = plugins.boundary.ask(reader.plugin, "unavailable", str, reader.answer.unavailable) is None
    return reader if works and reader.answer.reread is not None else None
