"""Asking plugins: who is asked in which order, and typed answers; anything else comes back as a failure."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pluggy import HookImpl

from plainbill.case import Document, Finding, Line, Remark, Translation
from plainbill.knowledge.payer_meanings import CodeMeaning
from plainbill.knowledge.published import NOTHING_IMPORTED, PublishedTables
from plainbill.plugins.calling import Boundary
from plainbill.plugins.claims import with_honest_sources
from plainbill.plugins.containment.breadcrumb import NO_TRAIL, Trail
from plainbill.plugins.deprecations import argument_today, former_names
from plainbill.plugins.exporting import Exporter
from plainbill.plugins.loading import LoadedPlugins
from plainbill.plugins.models import WordingModel
from plainbill.plugins.records import Cleaner, Failure, Loader, Reader, Recognition
from plainbill.plugins.rules import Rule, RuleContext
from plainbill.plugins.status import OWN_DISTRIBUTION, PluginStatus

if TYPE_CHECKING:
    # The reading and checking rooms take a tenth of a second each, and describing alone does not enter them.
    from plainbill.acting import Contact, Deadline
    from plainbill.plugins.judged import Judged
    from plainbill.reading.layout import PageLayout
    from plainbill.reading.page import PageWords
    from plainbill.reading.parsed import ParsedDocument
    from plainbill.reading.print_index import PrintIndex

Record = TypeVar("Record")
Advice = TypeVar("Advice", "Contact", "Deadline")


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
        self._asked: dict[str, list[HookImpl]] = {}
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

    def rules(self) -> tuple[From[Rule], ...]:
        """Return every rule, in the order of precedence; one whose kinds have another plugin's name is refused."""
        return tuple(each for each in self._gather("register_rules", Rule) if self._may_be_called_so(each))

    def findings(self, rule: From[Rule], judged: Judged, context: RuleContext) -> tuple[Finding, ...]:
        """Return what a rule finds; a finding that the papers do not bear out is a failure and costs itself."""
        hook = f"check of {rule.answer.id}"
        found = self.boundary.ask_each(rule.plugin, hook, Finding, lambda: rule.answer.check(judged.case, context))
        if isinstance(found, Failure):
            return ()
        places = [judged.unfounded(finding, rule.answer) for finding in found]
        wrong = [
            Failure(plugin=rule.plugin, hook=hook, kind="unfounded finding", where=place) for place in places if place
        ]
        for failure in wrong[:1]:
            self.boundary.fail(failure)
        for failure in wrong[1:]:
            self.boundary.note(failure)
        return tuple(
            judged.as_told(finding, rule.plugin, rule.answer)
            for finding, place in zip(found, places, strict=True)
            if place is None
        )

    def _may_be_called_so(self, rule: From[Rule]) -> bool:
        wrong = [kind for kind in rule.answer.kinds if not kind.startswith(f"{rule.plugin}/")]
        if wrong or not rule.answer.kinds:
            self.boundary.note(Failure(plugin=rule.plugin, hook="register_rules", kind="bad return", where=".kinds"))
        return not wrong and bool(rule.answer.kinds)

    def recognize_document(self, pages: Sequence[PageWords], printed: PrintIndex) -> tuple[Recognition, ...]:
        """Return every claim on a paper whose evidence stands on its pages, each with the plugin that made it."""
        at = _first_of(pages)
        claims = self._route("recognize_document", Recognition, at=at, pages=tuple(pages), printed=printed)
        return tuple(replace(each.answer, plugin=each.plugin) for each in claims if self._is_borne_out(each, pages))

    def _is_borne_out(self, claim: From[Recognition], pages: Sequence[PageWords]) -> bool:
        if not 0 <= claim.answer.confidence <= 1:
            self.fail(claim.plugin, "recognize_document", "bad return", page=_first_of(pages))
            return False
        if not _stands_on(pages, claim.answer):
            self.fail(claim.plugin, "recognize_document", "evidence that is not on the page", page=_first_of(pages))
            return False
        return True

    def lay_out_page(self, page: PageWords, recognition: Recognition | None = None) -> PageLayout | None:
        """Return the first layout that a plugin gives; the one that recognized the paper is asked first."""
        from plainbill.reading.layout import PageLayout

        first = recognition.plugin if recognition else ""
        answers = self._route(
            "lay_out_page", PageLayout, at=page.index, first=first, page=page, recognition=recognition
        )
        return next((answer.answer for answer in answers), None)

    def lay_out_own_page(self, page: PageWords, recognition: Recognition) -> PageLayout | None:
        """Return the layout that the plugin which recognized the paper gives, None where it leaves that to others."""
        from plainbill.reading.layout import PageLayout

        only = recognition.plugin
        answers = self._route("lay_out_page", PageLayout, at=page.index, only=only, page=page, recognition=recognition)
        return next((answer.answer for answer in answers), None)

    def parse_document(
        self, pages: Sequence[PageWords], layouts: Sequence[PageLayout], recognition: Recognition | None = None
    ) -> ParsedDocument | None:
        """Return the first Document that a plugin gives; the one that recognized the paper is asked first."""
        from plainbill.reading.parsed import ParsedDocument

        answers = self._route(
            "parse_document",
            ParsedDocument,
            at=_first_of(pages),
            first=recognition.plugin if recognition else "",
            pages=tuple(pages),
            layouts=tuple(layouts),
            recognition=recognition,
        )
        return next((kept for answer in answers if (kept := self._as_printed(answer, pages)) is not None), None)

    def explain_codes(self, codes: Sequence[Remark], document: Document) -> tuple[From[CodeMeaning], ...]:
        """Return what plugins know of the notes of a paper."""
        return self._gather("explain_codes", CodeMeaning, {"codes": tuple(codes), "document": document})

    def fail(self, plugin: str, hook: str, kind: str, *, page: int | None = None) -> None:
        """Note that a plugin's answer could not be used, and why."""
        self.boundary.fail(Failure(plugin=plugin, hook=hook, kind=kind, page=page))

    def _as_printed(self, answer: From[ParsedDocument], pages: Sequence[PageWords]) -> ParsedDocument | None:
        """What the paper itself says of an answer, where it comes from outside; None where that is nothing."""
        if answer.plugin in self._built_in:
            return answer.answer
        from plainbill.plugins.provenance import grounded

        at = _first_of(pages)
        held = grounded(answer.answer, pages)
        if held is None:
            self.boundary.fail(Failure(plugin=answer.plugin, hook="parse_document", kind="unfounded", page=at))
            return None
        if held.dropped:
            more = f" and {len(held.dropped) - 1} more" if len(held.dropped) > 1 else ""
            where = f"{held.dropped[0]}{more}"
            failure = Failure(plugin=answer.plugin, hook="parse_document", kind="unfounded", where=where, page=at)
            self.boundary.note(failure)
        return held.parsed

    def models(self) -> tuple[From[WordingModel], ...]:
        """Return every model that a person switched on, in the order of precedence."""
        return self._gather("register_models", WordingModel)

    def describe_lines(
        self, lines: Sequence[Line], document: Document | None, tables: PublishedTables = NOTHING_IMPORTED
    ) -> tuple[From[tuple[Translation | None, ...]], ...]:
        """Return what each plugin says of the lines, one entry a line; None where it says nothing, or nothing valid.

        Plugins that ask a model are left to `word_open_lines`.
        """
        asking = {model.plugin for model in self.models()}
        return self._described(lines, document, tables, lambda each: not (each.trylast and each.plugin_name in asking))

    def word_open_lines(
        self, lines: Sequence[Line], tables: PublishedTables = NOTHING_IMPORTED
    ) -> tuple[From[tuple[Translation | None, ...]], ...]:
        """Return what models propose for lines that hold what may leave, and no more."""
        asking = {model.plugin for model in self.models()}
        return self._described(lines, None, tables, lambda each: each.trylast and each.plugin_name in asking)

    def _described(
        self,
        lines: Sequence[Line],
        document: Document | None,
        tables: PublishedTables,
        is_asked: Callable[[HookImpl], bool],
    ) -> tuple[From[tuple[Translation | None, ...]], ...]:
        answers = []
        arguments: Mapping[str, object] = {"lines": tuple(lines), "document": document, "tables": tables}
        for implementation in filter(is_asked, self._implementations("describe_lines")):
            plugin = implementation.plugin_name
            said = self._for_each(implementation, "describe_lines", Translation, len(lines), arguments)
            if said is not None and plugin not in self._built_in:
                said = tuple(each and with_honest_sources(each, document) for each in said)
            if said is not None:
                answers.append(From(plugin=plugin, answer=said))
        return tuple(answers)

    def find_contacts(self, document: Document, findings: Sequence[Finding]) -> tuple[From[Contact], ...]:
        """Return the contacts for a paper, those that it prints last."""
        from plainbill.acting import Contact, find_contacts

        found = self._gather("find_contacts", Contact, {"document": document, "findings": tuple(findings)})
        found = self._borne_out("find_contacts", document, found)
        own = (From(plugin=OWN_DISTRIBUTION, answer=each) for each in find_contacts(document, findings))
        return (*found, *own)

    def find_deadlines(
        self, document: Document, findings: Sequence[Finding], today: datetime.date | None
    ) -> tuple[From[Deadline], ...]:
        """Return the days that count for a paper, those by the table of rights last."""
        from plainbill.acting import Deadline, find_deadlines

        arguments = {"document": document, "findings": tuple(findings), "today": today}
        found = self._borne_out("find_deadlines", document, self._gather("find_deadlines", Deadline, arguments))
        own = (From(plugin=OWN_DISTRIBUTION, answer=each) for each in find_deadlines(document, findings, today))
        return (*found, *own)

    def _borne_out(self, hook: str, document: Document, found: Sequence[From[Advice]]) -> tuple[From[Advice], ...]:
        """What the paper bears out of answers from outside; the rest is noted and left out."""
        from plainbill.plugins.advice import unfounded

        kept = []
        for each in found:
            place = None if each.plugin in self._built_in else unfounded(document, each.answer)
            if place is None:
                kept.append(each)
            else:
                self.boundary.note(Failure(plugin=each.plugin, hook=hook, kind="unfounded", where=place))
        return tuple(kept)

    def exporters(self) -> tuple[From[Exporter], ...]:
        """Return the exporters, built-ins first; one whose name is taken is a failure of its plugin."""
        found = sorted(self._gather("register_exporters", Exporter), key=lambda each: each.plugin not in self._built_in)
        named: dict[str, From[Exporter]] = {}
        for each in found:
            if named.setdefault(each.answer.name, each) is not each:
                self.fail(each.plugin, "register_exporters", "name taken")
        return tuple(named.values())

    def _gather(
        self, hook: str, record: type[Record], arguments: Mapping[str, object] | None = None
    ) -> tuple[From[Record], ...]:
        """Every element of every plugin's answer; where there is nothing to ask with, plugins are asked once."""
        if arguments is not None:
            return tuple(self._each(hook, record, arguments))
        if hook not in self._registered:
            self._registered[hook] = tuple(self._each(hook, record, {}))
        return tuple(each for each in self._registered[hook] if not self.boundary.is_set_aside(each.plugin))

    def _each(self, hook: str, record: type[Record], arguments: Mapping[str, object]) -> Iterator[From[Record]]:
        for implementation in self._implementations(hook):
            name = implementation.plugin_name
            answer = self.boundary.ask_each(name, hook, record, self._call_of(implementation, hook, arguments))
            if not isinstance(answer, Failure):
                yield from (From(plugin=name, answer=element) for element in answer)

    def _for_each(
        self, implementation: HookImpl, hook: str, record: type[Record], count: int, arguments: Mapping[str, object]
    ) -> tuple[Record | None, ...] | None:
        """One answer for each of `count` things; a wrong one is None, and so are all where the number is wrong."""
        name, kind = implementation.plugin_name, record | None
        answer = self.boundary.call(name, hook, self._call_of(implementation, hook, arguments))
        if answer is None or isinstance(answer, Failure):
            return None
        if not isinstance(answer, list | tuple) or len(answer) != count:
            self.boundary.fail(Failure(plugin=name, hook=hook, kind="bad return"))
            return None
        kept = self.boundary.keep_fitting(name, hook, kind, answer)
        return kept if any(each is not None for each in kept) else None

    def _route(
        self,
        hook: str,
        record: type[Record],
        *,
        at: int | None,
        first: str = "",
        only: str = "",
        **arguments: object,
    ) -> Iterator[From[Record]]:
        """The valid answers one by one, that of the plugin `first` before the others, or of the plugin `only` alone."""
        for implementation in sorted(self._implementations(hook), key=lambda each: each.plugin_name != first):
            name = implementation.plugin_name
            if only and name != only:
                continue
            ask = self.boundary.ask_own if name in self._built_in else self.boundary.ask
            answer = ask(name, hook, record, self._call_of(implementation, hook, arguments), page=at)
            if answer is not None and not isinstance(answer, Failure):
                yield From(plugin=name, answer=answer)

    def _call_of(self, implementation: HookImpl, hook: str, arguments: Mapping[str, object]) -> Callable[[], object]:
        names = (*implementation.argnames, *implementation.kwargnames)
        own = self._loaded.own.get(implementation.plugin_name)
        given = [own if name == "settings" else arguments[argument_today(hook, name)] for name in names]
        return lambda: implementation.function(*given)

    def _implementations(self, hook: str) -> list[HookImpl]:
        """Who is asked, in the order of precedence, without those that were set aside."""
        if hook not in self._asked:
            found = list(getattr(self._loaded.manager.hook, hook).get_hookimpls())
            named = {each.plugin_name for each in found}
            for name in former_names(hook):
                former = getattr(self._loaded.manager.hook, name).get_hookimpls()
                found += [each for each in former if each.plugin_name not in named]
            self._asked[hook] = sorted(found, key=self._precedence)
        return [each for each in self._asked[hook] if not self.boundary.is_set_aside(each.plugin_name)]

    def _precedence(self, implementation: HookImpl) -> tuple[bool, int, bool, str]:
        name = implementation.plugin_name
        place = self._order.index(name) if name in self._order else len(self._order)
        return (implementation.trylast, place, name in self._built_in, name)


def _first_of(pages: Sequence[PageWords]) -> int | None:
    return pages[0].index if pages else None


def _stands_on(pages: Sequence[PageWords], claim: Recognition) -> bool:
    """Whether every word that a claim rests on is one of the pages' own."""
    own = {word for page in pages for word in page.words}
    return all(word in own for run in (*claim.evidence, claim.name) for word in run)
