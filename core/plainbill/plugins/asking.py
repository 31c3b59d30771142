"""Asking plugins: who is asked in which order, and typed answers; anything else comes back as a failure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from pluggy import HookImpl

from plainbill.case import Document, Line, Translation
from plainbill.knowledge.published import NOTHING_IMPORTED, PublishedTables
from plainbill.plugins.boundary import call_guarded
from plainbill.plugins.loading import LoadedPlugins, PluginStatus
from plainbill.plugins.records import Cleaner, Failure, Loader, Reader

if TYPE_CHECKING:
    # The reading room takes a tenth of a second, and describing alone does not enter it.
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

    def __init__(self, loaded: LoadedPlugins, on_failure: Callable[[Failure], None], order: Sequence[str] = ()) -> None:
        self._loaded = loaded
        self._on_failure = on_failure
        self._order = tuple(order)

    @property
    def found(self) -> tuple[PluginStatus, ...]:
        """Every plugin that was found, loaded or not."""
        return self._loaded.found

    def module_of(self, plugin: str) -> str:
        """Return the module of the plugin that is called `plugin`."""
        return next((status.module for status in self.found if status.name == plugin), plugin)

    def loaders(self) -> tuple[From[Loader], ...]:
        """Return every loader, in the order of precedence."""
        return tuple(self._gather("register_loaders", Loader))

    def cleaners(self) -> tuple[From[Cleaner], ...]:
        """Return every cleaner, in the order of precedence."""
        return tuple(self._gather("register_cleaners", Cleaner))

    def readers(self) -> tuple[From[Reader], ...]:
        """Return every reader, in the order of precedence."""
        return tuple(self._gather("register_readers", Reader))

    def lay_out_page(self, page: PageWords) -> PageLayout | None:
        """Return the first layout that a plugin gives."""
        from plainbill.reading.layout import PageLayout

        return self._route("lay_out_page", PageLayout, page=page)

    def parse_document(self, pages: Sequence[PageWords], layouts: Sequence[PageLayout]) -> ParsedDocument | None:
        """Return the first Document that a plugin gives."""
        from plainbill.reading.parsed import ParsedDocument

        return self._route("parse_document", ParsedDocument, pages=tuple(pages), layouts=tuple(layouts))

    def describe_lines(
        self, lines: Sequence[Line], document: Document | None, tables: PublishedTables = NOTHING_IMPORTED
    ) -> tuple[From[tuple[Translation | None, ...]], ...]:
        """Return what each plugin says of the lines, one entry a line."""
        answers = []
        for plugin, answer in self._ask("describe_lines", lines=tuple(lines), document=document, tables=tables):
            words = _translations(answer, len(lines))
            if words is None:
                self._on_failure(Failure(plugin=plugin, hook="describe_lines", kind="bad return"))
            else:
                answers.append(From(plugin=plugin, answer=words))
        return tuple(answers)

    def _gather(self, hook: str, record: type[Record]) -> Iterator[From[Record]]:
        for plugin, answer in self._ask(hook):
            for element in answer if isinstance(answer, list | tuple) else (answer,):
                if isinstance(element, record):
                    yield From(plugin=plugin, answer=element)
                else:
                    self._on_failure(Failure(plugin=plugin, hook=hook, kind="bad return"))

    def _route(self, hook: str, record: type[Record], **arguments: object) -> Record | None:
        for plugin, answer in self._ask(hook, **arguments):
            if isinstance(answer, record):
                return answer
            self._on_failure(Failure(plugin=plugin, hook=hook, kind="bad return"))
        return None

    def _ask(self, hook: str, **arguments: object) -> Iterator[tuple[str, object]]:
        for implementation in self._implementations(hook):
            name = implementation.plugin_name
            answer = call_guarded(name, hook, lambda each=implementation: _call(each, arguments))  # type: ignore[misc]  # mypy cannot type a default in a lambda
            if isinstance(answer, Failure):
                self._on_failure(answer)
            elif answer is not None:
                yield name, answer

    def _implementations(self, hook: str) -> list[HookImpl]:
        built_in = {status.name for status in self.found if status.built_in}

        def precedence(implementation: HookImpl) -> tuple[bool, int, bool, str]:
            name = implementation.plugin_name
            place = self._order.index(name) if name in self._order else len(self._order)
            return (implementation.trylast, place, name in built_in, name)

        caller = getattr(self._loaded.manager.hook, hook)
        return sorted(caller.get_hookimpls(), key=precedence)


def _call(implementation: HookImpl, arguments: dict[str, object]) -> object:
    names = (*implementation.argnames, *implementation.kwargnames)
    return implementation.function(*(arguments[name] for name in names))


def _translations(answer: object, count: int) -> tuple[Translation | None, ...] | None:
    if not isinstance(answer, list | tuple) or len(answer) != count:
        return None
    return tuple(answer) if all(each is None or isinstance(each, Translation) for each in answer) else None
