"""The second round of describing: models propose words for lines left open, and what leaves is shown beforehand."""

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from typing import Final

from plainbill.case import Line, Translation
from plainbill.describing import rank
from plainbill.describing.leaving import what_may_leave
from plainbill.knowledge.published import PublishedTables
from plainbill.plugins.asking import From, Plugins
from plainbill.plugins.models import Outgoing, WordingModel
from plainbill.plugins.records import Failure

MOST_CONFIDENCE: Final = 0.4
"""The most confidence that words of a model are shown with: they are a guess until a person approves them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """Who is shown what is about to leave, word for word, and who hears what came of it."""

    show: Callable[[Outgoing], None]
    remark: Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenLines:
    """The lines of a case that its tables leave open, with what may leave of them, by their place among all lines."""

    places: tuple[int, ...]
    lines: tuple[Line, ...]


def open_lines(
    lines: Sequence[Line], described: Sequence[Translation], personal: Set[str], tables: PublishedTables
) -> OpenLines:
    """Return the lines whose words are vague, as far as anything of them may leave."""
    left = {
        place: kept
        for place, (line, translation) in enumerate(zip(lines, described, strict=True))
        if translation.vague and (kept := what_may_leave(line, personal, tables)) is not None
    }
    return OpenLines(places=tuple(left), lines=tuple(left.values()))


def preview(found: OpenLines, plugins: Plugins) -> tuple[Outgoing, ...]:
    """Return what would leave for these lines, one entry a model that would be asked."""
    shown = (_preview(model, found, plugins) for model in plugins.models() if found.lines)
    return tuple(each for each in shown if each is not None)


def word_open_lines(
    described: Sequence[Translation], found: OpenLines, plugins: Plugins, tables: PublishedTables, sending: Sending
) -> tuple[Translation, ...]:
    """Return the translations with what models propose as alternatives; what was said first stays first."""
    if not found.lines:
        return tuple(described)
    for outgoing in preview(found, plugins):
        sending.show(outgoing)
    words = list(described)
    for answer in plugins.word_open_lines(found.lines, tables):
        module = plugins.module_of(answer.plugin)
        for place, said in zip(found.places, answer.answer, strict=True):
            if said is not None:
                words[place] = rank((words[place], _as_guess(said, words[place], module)))
    for model in plugins.models():
        for remark in model.answer.remarks():
            sending.remark(remark)
    return tuple(words)


def _preview(model: From[WordingModel], found: OpenLines, plugins: Plugins) -> Outgoing | None:
    shown = plugins.boundary.ask(model.plugin, "preview", Outgoing, lambda: model.answer.preview(found.lines))
    return None if isinstance(shown, Failure) else shown


def _as_guess(said: Translation, of_tables: Translation, module: str) -> Translation:
    """Return what a model said as no more than that: the kind of thing stays what the tables say it is."""
    return Translation(
        plain=said.plain,
        group=of_tables.group,
        basis="llm",
        confidence=min(said.confidence, MOST_CONFIDENCE),
        vague=True,
        source=f"{module}:{said.source}",
    )
