"""Every charge of a case in plain words, through the plugins, ranked by the describing room."""

from collections.abc import Sequence

from plainbill.case import Case, Document, Line, Translation
from plainbill.describing import describe_without_plugins, rank
from plainbill.plugins.asking import From, Plugins


def describe_case(case: Case, plugins: Plugins) -> tuple[Translation, ...]:
    """Return one translation for each line of the case, in the order of documents and lines."""
    return tuple(
        translation.but(line=f"{document.id}:{line.id}")
        for document in case.documents
        for line, translation in zip(document.lines, describe_lines(document.lines, document, plugins), strict=True)
    )


def describe_lines(lines: Sequence[Line], document: Document | None, plugins: Plugins) -> tuple[Translation, ...]:
    """Return the best translation of each line, the rest as its alternatives; `line` is left out."""
    if not lines:
        return ()
    answers = plugins.describe_lines(lines, document)
    return tuple(rank(_candidates(i, line, answers, plugins)) for i, line in enumerate(lines))


def _candidates(
    place: int, line: Line, answers: Sequence[From[tuple[Translation | None, ...]]], plugins: Plugins
) -> tuple[Translation, ...]:
    said = [(plugins.module_of(answer.plugin), answer.answer[place]) for answer in answers]
    named = [_signed(plugin, each) for plugin, each in said if each is not None]
    return tuple(named) or (describe_without_plugins(line),)


def _signed(plugin: str, said: Translation) -> Translation:
    """Put the plugin's name before each source, so that everybody can see who says what."""
    others = [each.but(source=f"{plugin}:{each.source}") for each in said.alternatives]
    return said.but(source=f"{plugin}:{said.source}", alternatives=others)
