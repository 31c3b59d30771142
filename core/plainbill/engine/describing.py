"""Every charge of a case in plain words, through the plugins, ranked by the describing room."""

from collections.abc import Sequence

from plainbill.case import Case, Document, Line, Translation
from plainbill.describing import describe_without_plugins, printed_meaning, rank
from plainbill.describing.accepted_words import NOTHING_ACCEPTED, AcceptedWords, with_accepted
from plainbill.describing.personal_words import personal_words
from plainbill.engine.lookups import GuardedTables
from plainbill.engine.wording import OpenLines, Sending, open_lines, preview, word_open_lines
from plainbill.knowledge.published import NOTHING_IMPORTED, PublishedTables
from plainbill.plugins.asking import From, Plugins
from plainbill.plugins.models import Outgoing


def describe_case(
    case: Case,
    plugins: Plugins,
    tables: PublishedTables = NOTHING_IMPORTED,
    sending: Sending | None = None,
    accepted: AcceptedWords = NOTHING_ACCEPTED,
) -> tuple[Translation, ...]:
    """Return one translation for each line of the case, in the order of documents and lines.

    A line that is left open takes the words that somebody accepted for such a line on this machine. Where `sending`
    shows somebody what leaves, models are asked about lines that are still open, once for the whole case.

    Raises:
        DamagedTables: the imported tables cannot be read.
    """
    described = _by_tables(case, plugins, tables, accepted)
    if sending is not None and plugins.models():
        found = open_lines_of(case, described, tables)
        described = word_open_lines(described, found, plugins, tables, sending)
    places = (f"{document.id}:{line.id}" for document in case.documents for line in document.lines)
    return tuple(each.but(line=place) for each, place in zip(described, places, strict=True))


def preview_case(
    case: Case,
    plugins: Plugins,
    tables: PublishedTables = NOTHING_IMPORTED,
    accepted: AcceptedWords = NOTHING_ACCEPTED,
) -> tuple[Outgoing, ...]:
    """Return what would leave this machine, or go to a model on it, if the case were described; nothing is sent."""
    return preview(open_lines_of(case, _by_tables(case, plugins, tables, accepted), tables), plugins)


def open_lines_of(case: Case, described: Sequence[Translation], tables: PublishedTables) -> OpenLines:
    """Return the lines of a case that are left open, with what may leave of them."""
    lines = [line for document in case.documents for line in document.lines]
    return open_lines(lines, described, personal_words(case), tables)


def describe_texts(
    lines: Sequence[Line],
    plugins: Plugins,
    tables: PublishedTables = NOTHING_IMPORTED,
    sending: Sending | None = None,
    accepted: AcceptedWords = NOTHING_ACCEPTED,
) -> tuple[Translation, ...]:
    """Return the best translation of each line that is on no paper; accepted words and models as in `describe_case`.

    Raises:
        DamagedTables: the imported tables cannot be read.
    """
    by_tables = describe_lines(lines, None, plugins, tables)
    described = tuple(
        with_accepted(line, each, accepted, tables=tables) for line, each in zip(lines, by_tables, strict=True)
    )
    if sending is None or not plugins.models():
        return described
    found = open_lines(lines, described, frozenset(), tables)
    return word_open_lines(described, found, plugins, tables, sending)


def _by_tables(
    case: Case, plugins: Plugins, tables: PublishedTables, accepted: AcceptedWords
) -> tuple[Translation, ...]:
    personal = personal_words(case) if accepted else frozenset()
    return tuple(
        with_accepted(line, translation, accepted, personal, tables)
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
