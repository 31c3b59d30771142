"""From a file to the words of its pages: load, clean, read, each through the plugins that do it."""

import contextlib
import functools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from plainbill.case import PageReport, Problem
from plainbill.engine.collecting import collection_held_off
from plainbill.engine.geometry import IDENTITY, Matrix, box_in_source, followed_by, place_word
from plainbill.engine.names import UnknownName
from plainbill.engine.second_look import SecondLook
from plainbill.engine.watching import FoundLines, Step, Watch
from plainbill.plugins.asking import From, Plugins
from plainbill.plugins.boundary import describe_failure
from plainbill.plugins.records import (
    Cleaned,
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
from plainbill.reading.page import Box, PageWords, Word
from plainbill.reading.piles.parting import papers_on
from plainbill.settings import ReadingSettings

HEAD_BYTES = 4096
# A loader may add pages that only say what it left out.
SPARE_PAGES = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPage:
    """One page after reading: its report so far, and the words of each paper on it, none where it has no words."""

    report: PageReport
    words: tuple[PageWords, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenPage:
    """One page before its words are read: as it was loaded, and what is wrong with it."""

    page: LoadedPage
    problems: tuple[Problem, ...]


class PageReader:
    """Reads files page by page; one picture at a time is held."""

    def __init__(self, plugins: Plugins, settings: ReadingSettings, watch: Watch, look: SecondLook) -> None:
        self._plugins = plugins
        self._ask = plugins.boundary
        self._settings = settings
        self._watch = watch
        self.look = look
        self._loaders = plugins.loaders()

    def read(self, files: Sequence[SourceFile], pages: PageRange) -> Iterator[ReadPage]:
        """Yield every page of every file, in the order given; a page that failed has a problem that says why."""
        index = 0
        for file in files:
            for loaded in self._load(file, pages):
                self._watch.on_page(index, file.name, loaded)
                self._watch.on_step(Step(kind="loaded", file=file.name, page=index))
                yield self._read_page(index, file.name, loaded)
                index += 1

    def glance(self, file: SourceFile, pages: PageRange) -> Iterator[SeenPage]:
        """Yield the pages of a file with what preparing them tells; no word is read, so it takes a part of a second."""
        for loaded in self._load(file, pages):
            problems = list(loaded.problems)
            if loaded.picture is not None and not loaded.words:
                self._clean(loaded.picture, problems)
            yield SeenPage(page=loaded, problems=_unique(problems))

    def _load(self, file: SourceFile, pages: PageRange) -> Iterator[LoadedPage]:
        loader = self._loader_of(file)
        if loader is None:
            text = (
                "is no photo, scan, PDF or text that can be read; send a JPEG, PNG, HEIC, TIFF, WebP, PDF or text file"
            )
            yield _nothing(_problem("unreadable", text if file.content else "is empty; send the file again"))
            return
        count = 0
        for page in self._ask.iterate(
            loader.plugin, "load", LoadedPage, lambda: loader.answer.load(file, pages), most=pages.limit + SPARE_PAGES
        ):
            count += 1
            yield _nothing(_problem("unreadable", describe_failure(page))) if isinstance(page, Failure) else page
        if not count:
            yield _nothing(_problem("unreadable", "holds no page in that range; name pages it has"))

    def _loader_of(self, file: SourceFile) -> From[Loader] | None:
        claims = [(self._claim(loader, file), loader) for loader in self._loaders] if file.content else []
        best = max((sure for sure, _ in claims), default=0.0)
        return next((loader for sure, loader in claims if sure == best), None) if best > 0 else None

    def _claim(self, loader: From[Loader], file: SourceFile) -> float:
        head = file.content[:HEAD_BYTES]
        sure = self._ask.ask(loader.plugin, "claim", float, lambda: loader.answer.claim(head, file.name))
        return 0.0 if sure is None or isinstance(sure, Failure) else min(max(sure, 0.0), 1.0)

    def _read_page(self, index: int, file: str, loaded: LoadedPage) -> ReadPage:
        problems = list(loaded.problems)
        frame = (float(loaded.width), float(loaded.height))
        words: tuple[Word, ...] = loaded.words
        picture: Picture | None = None
        if not words and loaded.picture is not None:
            cleaned = self._clean(loaded.picture, problems)
            picture = cleaned.picture
            frame = (float(picture.width), float(picture.height))
            self._watch.on_step(Step(kind="cleaned", file=file, page=index))
            words = self._words(loaded.picture, cleaned, problems)
            if not words and not any(problem.kind == "engine_unavailable" for problem in problems):
                problems.append(
                    _problem("no_text", "no print was found on it; photograph the page again, closer and in good light")
                )
        self._watch.on_step(Step(kind="read", file=file, page=index))
        report = PageReport(
            file=file, page=loaded.number, width=loaded.width, height=loaded.height, problems=_unique(problems)
        )
        if not words:
            return ReadPage(report=report)
        page = PageWords(
            index=index, file=file, number=loaded.number, width=frame[0], height=frame[1], words=words,
            text_layer=bool(loaded.words), problems=report.problems,
        )  # fmt: skip
        with collection_held_off():
            papers = papers_on(page)
        if picture is not None:
            papers = tuple(self.look.at(paper, picture) for paper in papers)
        # What somebody is shown while they wait must not cost them the answer.
        with contextlib.suppress(Exception):
            self._watch.on_lines(lambda: self._found_on(papers))
        return ReadPage(report=report, words=papers)

    def _found_on(self, papers: Sequence[PageWords]) -> FoundLines:
        return FoundLines(
            page=papers[0].index, lines=tuple(line for paper in papers for line in self.look.lines_of(paper))
        )

    def _clean(self, picture: Picture, problems: list[Problem]) -> Cleaned:
        cleaners = {cleaner.answer.name: cleaner for cleaner in self._plugins.cleaners()}
        done = Cleaned(picture=picture, to_source=IDENTITY)
        for name in self._settings.cleaners:
            if name not in cleaners:
                raise UnknownName("cleaner", name, list(cleaners))
            found: list[Problem] = []
            done = self._apply(cleaners[name], done, found)
            problems.extend(_in_source(problem, done, picture) for problem in found)
        return done

    def _apply(self, cleaner: From[Cleaner], done: Cleaned, problems: list[Problem]) -> Cleaned:
        result = self._ask.ask(cleaner.plugin, "clean", Cleaned, lambda: cleaner.answer.clean(done.picture))
        if isinstance(result, Failure):
            problems.append(_problem("other", describe_failure(result)))
        if result is None or isinstance(result, Failure):
            return done
        problems.extend(result.problems)
        return Cleaned(picture=result.picture, to_source=followed_by(result.to_source, done.to_source))

    def _words(self, source: Picture, cleaned: Cleaned, problems: list[Problem]) -> tuple[Word, ...]:
        for reader in self._readers_in_turn():
            why = self._ask.ask(reader.plugin, "unavailable", str, reader.answer.unavailable)
            if why is not None:
                reason = describe_failure(why) if isinstance(why, Failure) else why
                problems.append(
                    _problem(
                        "engine_unavailable", f"the reader {reader.answer.name} is not available, because {reason}"
                    )
                )
                continue
            read = functools.partial(self.way_of_reading(reader.answer), cleaned.picture)
            seen = self._ask.ask_each(reader.plugin, "read", SeenWord, read)
            if isinstance(seen, Failure):
                problems.append(_problem("engine_unavailable", describe_failure(seen)))
                continue
            return _placed(seen, reader.answer.name, source, cleaned)
        return ()

    def way_of_reading(self, reader: Reader) -> Callable[[Picture], Sequence[SeenWord]]:
        """Return how this reader is asked: frugally where the settings want that and it knows how."""
        return (reader.read_frugally if self._settings.frugal else None) or reader.read

    def _readers_in_turn(self) -> list[From[Reader]]:
        readers = list(self._plugins.readers())
        names = [reader.answer.name for reader in readers]
        if self._settings.reader not in names:
            raise UnknownName("reader", self._settings.reader, names)
        return sorted(readers, key=lambda reader: reader.answer.name != self._settings.reader)


def _in_source(problem: Problem, cleaned: Cleaned, source: Picture) -> Problem:
    """The problem with its box in the picture as a viewer shows it."""
    if problem.box is None:
        return problem
    x0, y0, x1, y1 = problem.box
    box = box_in_source(
        Box(x0=x0, y0=y0, x1=x1, y1=y1), cleaned.to_source, width=float(source.width), height=float(source.height)
    )
    if box.x0 >= box.x1 or box.y0 >= box.y1:
        return problem.model_copy(update={"box": None})
    return problem.model_copy(update={"box": tuple(round(edge, 1) for edge in (box.x0, box.y0, box.x1, box.y1))})


def _placed(seen: Sequence[SeenWord], reader: str, source: Picture, cleaned: Cleaned) -> tuple[Word, ...]:
    matrix: Matrix = cleaned.to_source
    return tuple(
        place_word(word, reader, matrix, width=float(source.width), height=float(source.height))
        for word in seen
        if word.text.strip()
    )


def _unique(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """What two plugins found alike is said once."""
    return tuple({(problem.kind, problem.text, problem.box): problem for problem in reversed(problems)}.values())[::-1]


def _nothing(problem: Problem) -> LoadedPage:
    return LoadedPage(number=1, width=0, height=0, problems=(problem,))


def _problem(kind: str, text: str) -> Problem:
    return Problem.model_validate({"kind": kind, "text": text})
