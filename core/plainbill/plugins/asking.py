"""Asking plugins: who is asked in which order, and typed answers; anything else comes back as a failure."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pluggy import HookImpl

from plainbill.case import Document, Line, Translation
from plainbill.knowledge.published import NOTHING_IMPORTED, PublishedTables
from plainbill.plugins.boundary import Boundary
from plainbill.plugins.breadcrumb import NO_TRAIL, Trail
from plainbill.plugins.loading import LoadedPlugins
from plainbill.plugins.records import Cleaner, Failure, Loader, Reader
from plainbill.plugins.status import PluginStatus
from plainbill.reading.layout import PageLayout
from plainbill.reading.page import PageWords
from plainbill.reading.parsed import ParsedDocument

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True, kw_only=True)
class From(Generic[Record]):
    """An answer and the plugin that gave it."""

    plugin: str
    answer: Record


class Plugins:
    """The questions of the engine, each with its typed answer; failures are handed to `on_failure`."""

    def __init__(
        self,
        loaded: LoadedPlugins,
        on_failure: Callable[[Failure], None],
        order: Sequence[str] = (),
        trail: Trail = NO_TRAIL,
    ) -> None:
        self._loaded = loaded
        self._order = tuple(order)
        self._built_in = frozenset(status.name for status in self.found if status.built_in)
        self._registered: dict[str, tuple[From[Any], ...]] = {}
        self.boundary = Boundary(on_failure, trusted=self._built_in, trail=trail)

    @property
    def found(self) -> tuple[PluginStatus, ...]:
        """Every plugin that was found, loaded or not."""
        return self._loaded.found

    def module_of(self, plugin: str) -> str:
        """Return the module of the plugin that is called `plugin`."""
        return next((status.module for status in self.found if status.name == plugin), plugin)

    def loaders(self) -> tuple[From[Loader], ...]:
        """Return every loader, in the order of precedence."""
        return self._gather("register_loaders", Loader)

    def cleaners(self) -> tuple[From[Cleaner], ...]:
        """Return every cleaner, in the order of precedence."""
        return self._gather("register_cleaners", Cleaner)

    def readers(self) -> tuple[From[Reader], ...]:
        """Return every reader, in the order of precedence."""
        return self._gather("register_readers", Reader)

    def lay_out_page(self, page: PageWords) -> PageLayout | None:
        """Return the first layout that a plugin gives."""
        answers = self._route("lay_out_page", PageLayout, at=page.index, page=page)
        return next((answer.answer for answer in answers), None)

    def parse_document(self, pages: Sequence[PageWords], layouts: Sequence[PageLayout]) -> ParsedDocument | None:
        """Return the first Document that a plugin gives."""
        at = pages[0].index if pages else None
        answers = self._route("parse_document", ParsedDocument, at=at, pages=tuple(pages), layouts=tuple(layouts))
        return next((answer.answer for answer in answers), None)

    def describe_lines(
        self, lines: Sequence[Line], document: Document | None, tables: PublishedTables = NOTHING_IMPORTED
    ) -> tuple[From[tuple[Translation | None, ...]], ...]:
        """Return what each plugin says of the lines, one entry a line; None where it says nothing, or nothing valid."""
        answers = []
        arguments: dict[str, object] = {"lines": tuple(lines), "document": document, "tables": tables}
        for implementation in self._implementations("describe_lines"):
            said = self._for_each(implementation, "describe_lines", Translation, len(lines), arguments)
            if said is not None:
                answers.append(From(plugin=implementation.plugin_name, answer=said))
        return tuple(answers)

    def _gather(self, hook: str, record: type[Record]) -> tuple[From[Record], ...]:
        """What all plugins register for `hook`, asked once; without those that were set aside since."""
        if hook not in self._registered:
            self._registered[hook] = tuple(self._register(hook, record))
        return tuple(each for each in self._registered[hook] if not self.boundary.is_set_aside(each.plugin))

    def _register(self, hook: str, record: type[Record]) -> Iterator[From[Record]]:
        for implementation in self._implementations(hook):
            name = implementation.plugin_name
            answer = self.boundary.ask_each(name, hook, record, self._call_of(implementation, {}))
            if not isinstance(answer, Failure):
                yield from (From(plugin=name, answer=element) for element in answer)

    def _for_each(
        self, implementation: HookImpl, hook: str, record: type[Record], count: int, arguments: dict[str, object]
    ) -> tuple[Record | None, ...] | None:
        """One answer for each of `count` things; a wrong one is None, and so are all where the number is wrong."""
        name, kind = implementation.plugin_name, record | None
        answer = self.boundary.call(name, hook, self._call_of(implementation, arguments))
        if answer is None or isinstance(answer, Failure):
            return None
        if not isinstance(answer, list | tuple) or len(answer) != count:
            self.boundary.fail(Failure(plugin=name, hook=hook, kind="bad return"))
            return None
        kept = self.boundary.keep_fitting(name, hook, kind, answer)
        return kept if any(each is not None for each in kept) else None

    def _route(self, hook: str, record: type[Record], *, at: int | None, **arguments: object) -> Iterator[From[Record]]:
        for implementation in self._implementations(hook):
            name = implementation.plugin_name
            answer = self.boundary.ask(name, hook, record, self._call_of(implementation, arguments), page=at)
            if answer is not None and not isinstance(answer, Failure):
                yield From(plugin=name, answer=answer)

    def _call_of(self, implementation: HookImpl, arguments: dict[str, object]) -> Callable[[], object]:
        names = (*implementation.argnames, *implementation.kwargnames)
        own = self._loaded.own.get(implementation.plugin_name)
        given = [own if name == "settings" else arguments[name] for name in names]
        return lambda: implementation.function(*given)

    def _implementations(self, hook: str) -> list[HookImpl]:
        def precedence(implementation: HookImpl) -> tuple[bool, int, bool, str]:
            name = implementation.plugin_name
            place = self._order.index(name) if name in self._order else len(self._order)
            return (implementation.trylast, place, name in self._built_in, name)

        implementations = getattr(self._loaded.manager.hook, hook).get_hookimpls()
        asked = (each for each in implementations if not self.boundary.is_set_aside(each.plugin_name))
        return sorted(asked, key=precedence)
