"""Every charge of a case in plain words, through the plugins, ranked by the describing room."""

from collections.abc import Sequence

from plainbill.case import Case, Document, Line, Translation
from plainbill.describing import describe_without_plugins, printed_meaning, rank
from plainbill.engine.lookups import GuardedTables
from plainbill.knowledge.published import NOTHING_IMPORTED, PublishedTables
from plainbill.plugins.asking import From, Plugins


def describe_case(case: Case, plugins: Plugins, tables: PublishedTables = NOTHING_IMPORTED) -> tuple[Translation, ...]:
    """Return one translation for each line of the case, in the order of documents and lines.

    Raises:
        DamagedTables: the imported tables cannot be read.
    """
    return tuple(
        translation.but(line=f"{document.id}:{line.id}")
        for document in case.documents
        for line, translation in zip(
            document.lines, describe_lines(document.lines, document, plugins, tables), strict=True
        )
    )


def describe_lines(
    lines: Sequence[Line], document: Document | None, plugins: Plugins, tables: PublishedTables = NOTHING_IMPORTED
) -> tuple[Translation, ...]:
    """Return the best translation of each line, the rest as its alternatives; `line` is left out.

    Raises:
        DamagedTables: the imported tables cannot be read.
    """
    if not lines:
        return ()
    guarded = GuardedTables(tables)
    answers = plugins.describe_lines(lines, document, guarded)
    described = tuple(rank(_candidates(i, line, document, answers, plugins, guarded)) for i, line in enumerate(lines))
    guarded.raise_damage()
    return described


def _candidates(
    place: int,
    line: Line,
    document: Document | None,
    answers: Sequence[From[tuple[Translation | None, ...]]],
    plugins: Plugins,
    tables: PublishedTables,
) -> tuple[Translation, ...]:
    said = [(plugins.module_of(answer.plugin), answer.answer[place]) for answer in answers]
    named = tuple(_signed(plugin, each) for plugin, each in said if each is not None)
    candidates = named or (describe_without_plugins(line, tables),)
    printed = printed_meaning(line, document, candidates[0].group)
    return candidates if printed is None else (printed, *candidates)


def _signed(plugin: str, said: Translation) -> Translation:
    """Put the plugin's name before each source, so that everybody can see who says what."""
    others = [each.but(source=f"{plugin}:{each.source}") for each in said.alternatives]
    return said.but(source=f"{plugin}:{said.source}", alternatives=others)
