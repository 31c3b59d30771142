"""The installed plugins, with readers and cleaners of the bench in their place; reading itself goes its usual way."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy

from bench.made_papers import PrintedPage
from plainbill.case import ReadResult
from plainbill.engine import NothingRead
from plainbill.engine.reading import read_files
from plainbill.engine.watching import NobodyWatches
from plainbill.plugins.asking import From, Plugins
from plainbill.plugins.loading import load_plugins
from plainbill.plugins.records import (
    Cleaner,
    Failure,
    LoadedPage,
    Loader,
    PageRange,
    Picture,
    Reader,
    SeenWord,
    SourceFile,
)
from plainbill.reading.page import Box
from plainbill.settings import ReadingSettings

if TYPE_CHECKING:
    from source.render import Word

_SURE = 0.97
_BENCH = "bench"


class KnownWords:
    """Reads pages whose words are known, through the engine and every plugin but those that look at pictures."""

    def __init__(self) -> None:
        self._pages: Sequence[PrintedPage] = ()
        self._words: tuple[Word, ...] = ()
        self.failures: list[Failure] = []
        self._plugins = _KnownPlugins(self._load, self._read, self.failures.append)

    def read(self, name: str, pages: Sequence[PrintedPage]) -> ReadResult | None:
        """What reading yields from the pages of one paper, None where it refuses them."""
        self._pages = pages
        try:
            return read_files(
                [SourceFile(name=name, content=b"words")],
                plugins=self._plugins,
                settings=ReadingSettings(reader=_BENCH, cleaners=()),
                pages=PageRange(limit=len(pages)),
                watch=NobodyWatches(),
            )
        except NothingRead:
            return None

    def _load(self, file: SourceFile, pages: PageRange) -> Iterator[LoadedPage]:
        for number, page in enumerate(self._pages, 1):
            self._words = page.words
            # One white pixel shown everywhere: nobody looks at it, and it takes no memory.
            blank = numpy.broadcast_to(numpy.uint8(255), (page.height, page.width, 3))
            yield LoadedPage(number=number, width=page.width, height=page.height, picture=Picture(pixels=blank))

    def _read(self, picture: Picture) -> Sequence[SeenWord]:
        return [
            SeenWord(text=text, box=Box(x0=x0, y0=y0, x1=x1, y1=y1), confidence=_SURE)
            for text, x0, y0, x1, y1 in self._words
        ]


class _KnownPlugins(Plugins):
    """Every plugin that lays out and parses; words come from the bench."""

    def __init__(
        self,
        load: Callable[[SourceFile, PageRange], Iterator[LoadedPage]],
        read: Callable[[Picture], Sequence[SeenWord]],
        on_failure: Callable[[Failure], None],
    ) -> None:
        super().__init__(load_plugins(), on_failure)
        self._loader = Loader(name=_BENCH, claim=lambda head, name: 1.0, load=load)
        self._reader = Reader(name=_BENCH, unavailable=lambda: None, read=read)

    def loaders(self) -> tuple[From[Loader], ...]:
        return (From(plugin=_BENCH, answer=self._loader),)

    def cleaners(self) -> tuple[From[Cleaner], ...]:
        return ()

    def readers(self) -> tuple[From[Reader], ...]:
        return (From(plugin=_BENCH, answer=self._reader),)
