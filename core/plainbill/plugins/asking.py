"""Asking plugins: who is asked in which order, and typed answers; anything else comes back as a failure."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Generic, TypeVar

from pluggy import HookImpl

from plainbill.case import Document, Finding, Line, Remark, Translation
from plainbill.knowledge.payer_meanings import CodeMeaning
from plainbill.knowledge.published import NOTHING_IMPORTED, PublishedTables
from plainbill.plugins.boundary import call_guarded
from plainbill.plugins.exporting import Exporter
from plainbill.plugins.loading import OWN_DISTRIBUTION, LoadedPlugins, PluginStatus
from plainbill.plugins.records import Cleaner, Failure, Loader, Reader, Recognition

if TYPE_CHECKING:
    # The reading room takes a tenth of a second, and describing alone does not enter it; acting alone needs its own.
    from plainbill.acting import Contact, Deadline
    from plainbill.reading.layout import PageLayout
    from plainbill.reading.page import PageWords
    from plainbill.reading.parsed import ParsedDocument
    from plainbill.reading.print_index import PrintIndex

Record = TypeVar("Record")
_NO_ARGUMENTS: Mapping[str, object] = MappingProxyType({})


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

    def recognize_document(self, pages: Sequence[PageWords], printed: PrintIndex) -> tuple[Recognition, ...]:
        """Return every claim on a paper whose evidence stands on its pages, each with the plugin that made it."""
        claims = []
        for plugin, answer in self._ask("recognize_document", {"pages": tuple(pages), "printed": printed}):
            if not isinstance(answer, Recognition) or not 0 <= answer.confidence <= 1:
                self.fail(plugin, "recognize_document", "bad return")
            elif not _stands_on(pages, answer):
                self.fail(plugin, "recognize_document", "evidence that is not on the page")
            else:
                claims.append(replace(answer, plugin=plugin))
        return tuple(claims)

    def lay_out_page(self, page: PageWords, recognition: Recognition | None = None) -> PageLayout | None:
        """Return the first layout that a plugin gives; the one that recognized the paper is asked first."""
        from plainbill.reading.layout import PageLayout

        return self._route("lay_out_page", PageLayout, {"page": page, "recognition": recognition}, recognition)

    def lay_out_own_page(self, page: PageWords, recognition: Recognition) -> PageLayout | None:
        """Return the layout that the plugin which recognized the paper gives, None where it leaves that to others."""
        from plainbill.reading.layout import PageLayout

        own = (recognition.plugin,)
        return self._route("lay_out_page", PageLayout, {"page": page, "recognition": recognition}, only=own)

    def parse_document(
        self, pages: Sequence[PageWords], layouts: Sequence[PageLayout], recognition: Recognition | None = None
    ) -> ParsedDocument | None:
        """Return the first Document that a plugin gives; the one that recognized the paper is asked first."""
        from plainbill.reading.parsed import ParsedDocument

        arguments = {"pages": tuple(pages), "layouts": tuple(layouts), "recognition": recognition}
        return self._route("parse_document", ParsedDocument, arguments, recognition)

    def explain_codes(self, codes: Sequence[Remark], document: Document) -> tuple[From[CodeMeaning], ...]:
        """Return what plugins know of the notes of a paper."""
        return tuple(self._gather("explain_codes", CodeMeaning, {"codes": tuple(codes), "document": document}))

    def fail(self, plugin: str, hook: str, kind: str) -> None:
        """Note that a plugin's answer could not be used, and why."""
        self._on_failure(Failure(plugin=plugin, hook=hook, kind=kind))

    def describe_lines(
        self, lines: Sequence[Line], document: Document | None, tables: PublishedTables = NOTHING_IMPORTED
    ) -> tuple[From[tuple[Translation | None, ...]], ...]:
        """Return what each plugin says of the lines, one entry a line."""
        answers = []
        arguments = {"lines": tuple(lines), "document": document, "tables": tables}
        for plugin, answer in self._ask("describe_lines", arguments):
            words = _translations(answer, len(lines))
            if words is None:
                self.fail(plugin, "describe_lines", "bad return")
            else:
                answers.append(From(plugin=plugin, answer=words))
        return tuple(answers)

    def find_contacts(self, document: Document, findings: Sequence[Finding]) -> tuple[From[Contact], ...]:
        """Return the contacts for a paper, those that it prints last."""
        from plainbill.acting import Contact, find_contacts

        found = self._gather("find_contacts", Contact, {"document": document, "findings": tuple(findings)})
        own = (From(plugin=OWN_DISTRIBUTION, answer=each) for each in find_contacts(document, findings))
        return (*found, *own)

    def find_deadlines(
        self, document: Document, findings: Sequence[Finding], today: datetime.date | None
    ) -> tuple[From[Deadline], ...]:
        """Return the days that count for a paper, those by the table of rights last."""
        from plainbill.acting import Deadline, find_deadlines

        arguments = {"document": document, "findings": tuple(findings), "today": today}
        found = self._gather("find_deadlines", Deadline, arguments)
        own = (From(plugin=OWN_DISTRIBUTION, answer=each) for each in find_deadlines(document, findings, today))
        return (*found, *own)

    def exporters(self) -> tuple[From[Exporter], ...]:
        """Return the exporters, built-ins first; one whose name is taken is a failure of its plugin."""
        built_in = {status.name for status in self.found if status.built_in}
        found = sorted(self._gather("register_exporters", Exporter), key=lambda each: each.plugin not in built_in)
        named: dict[str, From[Exporter]] = {}
        for each in found:
            if named.setdefault(each.answer.name, each) is not each:
                self._on_failure(Failure(plugin=each.plugin, hook="register_exporters", kind="name taken"))
        return tuple(named.values())

    def _gather(
        self, hook: str, record: type[Record], arguments: Mapping[str, object] = _NO_ARGUMENTS
    ) -> Iterator[From[Record]]:
        for plugin, answer in self._ask(hook, arguments):
            for element in answer if isinstance(answer, list | tuple) else (answer,):
                if isinstance(element, record):
                    yield From(plugin=plugin, answer=element)
                else:
                    self.fail(plugin, hook, "bad return")

    def _route(
        self,
        hook: str,
        record: type[Record],
        arguments: Mapping[str, object],
        recognition: Recognition | None = None,
        only: Sequence[str] = (),
    ) -> Record | None:
        first = recognition.plugin if recognition else ""
        for plugin, answer in self._ask(hook, arguments, first, only):
            if isinstance(answer, record):
                return answer
            self.fail(plugin, hook, "bad return")
        return None

    def _ask(
        self, hook: str, arguments: Mapping[str, object], first: str = "", only: Sequence[str] = ()
    ) -> Iterator[tuple[str, object]]:
        asked = sorted(self._implementations(hook), key=lambda each: each.plugin_name != first)
        for implementation in asked:
            name = implementation.plugin_name
            if only and name not in only:
                continue
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


def _call(implementation: HookImpl, arguments: Mapping[str, object]) -> object:
    names = (*implementation.argnames, *implementation.kwargnames)
    return implementation.function(*(arguments[name] for name in names))


def _translations(answer: object, count: int) -> tuple[Translation | None, ...] | None:
    if not isinstance(answer, list | tuple) or len(answer) != count:
        return None
    return tuple(answer) if all(each is None or isinstance(each, Translation) for each in answer) else None


def _stands_on(pages: Sequence[PageWords], claim: Recognition) -> bool:
    """Whether every word that a claim rests on is one of the pages' own."""
    own = {word for page in pages for word in page.words}
    return all(word in own for run in (*claim.evidence, claim.name) for word in run)
