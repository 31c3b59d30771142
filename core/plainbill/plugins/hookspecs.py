"""The hooks: the questions the engine asks plugins. Implementations take only the arguments they name.

Every hook but `plugin_settings` offers `settings`: what the person wrote for this plugin, as the plugin's own model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from plainbill.plugins import hookimpl, hookspec

# The names of the records are needed by type checkers and the contract kit. Describing alone does not enter the reading
# room, which takes a tenth of a second, nor does listing the plugins.
if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence

    from plainbill.acting import Contact, Deadline
    from plainbill.case import Document, Finding, Line, Remark, Translation
    from plainbill.knowledge.payer_meanings import CodeMeaning
    from plainbill.knowledge.published import PublishedTables
    from plainbill.plugins.exporting import Exporter
    from plainbill.plugins.models import WordingModel
    from plainbill.plugins.records import Cleaner, Loader, Reader, Recognition
    from plainbill.plugins.rules import Rule
    from plainbill.plugins.settings import OwnSettings
    from plainbill.reading.layout import PageLayout
    from plainbill.reading.page import PageWords
    from plainbill.reading.parsed import ParsedDocument
    from plainbill.reading.print_index import PrintIndex

__all__ = ["Hooks", "hookimpl", "hookspec"]


class Hooks:
    """Every hook, in the order of the way through the house."""

    @hookspec
    def register_loaders(self, settings: OwnSettings | None) -> Sequence[Loader]:  # type: ignore[empty-body]  # a specification has no body
        """Named loaders of files.

        When called: once, when the first file comes.
        What it gets: the plugin's own settings.
        What to return: loaders; heavy packages are imported inside their functions.
        What None means: none.
        Who wins: the highest claim on a file; then the order in the settings, outside plugins, built-ins.
        Since: 1.
        """

    @hookspec
    def register_cleaners(self, settings: OwnSettings | None) -> Sequence[Cleaner]:  # type: ignore[empty-body]  # a specification has no body
        """Named cleaners of pictures.

        When called: once, when the first picture comes.
        What it gets: the plugin's own settings.
        What to return: cleaners; heavy packages are imported inside their functions.
        What None means: none.
        Who wins: the settings name the cleaners and their order; an unknown name is an error that lists them.
        Since: 1.
        """

    @hookspec
    def register_readers(self, settings: OwnSettings | None) -> Sequence[Reader]:  # type: ignore[empty-body]  # a specification has no body
        """Named readers of words.

        When called: once, when the first picture comes.
        What it gets: the plugin's own settings.
        What to return: readers; heavy packages are imported inside their functions.
        What None means: none.
        Who wins: the settings name the reader; where it is not available, the next one that is.
        Since: 1.
        """

    @hookspec
    def recognize_document(
        self, pages: Sequence[PageWords], printed: PrintIndex, settings: OwnSettings | None
    ) -> Recognition | None:
        """Whose paper it is, and of what kind.

        When called: for each page that has words, before it is laid out, and for each paper of several pages.
        What it gets: the words with their boxes, and an index to look phrases up in.
        What to return: the claim, with the words on these pages that tell.
        What None means: not a paper of this payer.
        Who wins: the highest confidence, which the engine holds below a claim where no evidence stands on the pages;
            then the longer evidence. Two that are too close leave the paper to nobody, and the person is told.
        Since: 1.
        """

    @hookspec
    def lay_out_page(
        self, page: PageWords, recognition: Recognition | None, settings: OwnSettings | None
    ) -> PageLayout | None:
        """Rows, tables and labeled fields of one page.

        When called: once for each page that has words, and again where its paper was recognized only by other pages.
        What it gets: the words with their boxes, and whose paper it is, None where nobody knows.
        What to return: the layout of the page; `plainbill.reading` has the geometry to build it with.
        What None means: declined; the next plugin is asked.
        Who wins: the first valid answer: the plugin that recognized the paper, then by the order in the settings,
            outside plugins, built-ins, `trylast`.
        Since: 1.
        """

    @hookspec
    def parse_document(
        self,
        pages: Sequence[PageWords],
        layouts: Sequence[PageLayout],
        recognition: Recognition | None,
        settings: OwnSettings | None,
    ) -> ParsedDocument | None:
        """One paper as a Document, every value with its source.

        When called: once for each paper, with all its pages in order.
        What it gets: the words and the layout of each page, and whose paper it is, None where nobody knows.
        What to return: the Document (its id is replaced by the engine) and the source of every value. What the words at
            a source's place do not say is left out and said: nothing is computed, completed or guessed.
        What None means: declined; the next plugin is asked.
        Who wins: the first valid answer: the plugin that recognized the paper, then by the order in the settings,
            outside plugins, built-ins, `trylast`.
        Since: 1.
        """

    @hookspec
    def describe_lines(
        self,
        lines: Sequence[Line],
        document: Document | None,
        tables: PublishedTables,
        settings: OwnSettings | None,
    ) -> Sequence[Translation | None] | None:
        """Charges in plain words.

        When called: once for each document, and once for texts that are on no paper (`document` is None). Where the
            plugin registers a model and is marked `trylast`: once for the whole case, after all others, for the lines
            that they leave open; `document` is None, and the lines hold what may leave this machine and no more (see
            `plainbill.describing.leaving`).
        What it gets: all lines at once, and look-ups in the published tables that were imported.
        What to return: one translation, or None, for each line, in the order of the lines; the engine fills in `line`
            and puts the plugin's name before `source`. `source` begins with what the words rest on: `printed/` for what
            this document itself explains, the name of a public list (`cpt/`, `hcpcs/`, `dental/`, `revenue/`,
            `icd-10-cm/`), `payer/` for a payer's own published text; anything else is a written rule. Behind the
            stroke stands the entry; without one, or where `printed/` is not followed by words of the document, the
            source counts as a written rule.
        What None means: nothing to say on any line.
        Who wins: what a person approved; then what says something before what leaves it open; then by what it rests on
            (printed on this document, public list, payer's own text, written rule, model) and by confidence. All are
            kept: the rest become `alternatives`.
        Since: 1.
        """

    @hookspec
    def register_models(self, settings: OwnSettings | None) -> Sequence[WordingModel]:  # type: ignore[empty-body]  # a specification has no body
        """Models that propose words for lines which no table explains.

        When called: once, when the first lines are described.
        What it gets: the plugin's own settings.
        What to return: the models that the person switched on; nothing heavy is imported and nothing is sent yet. What
            they propose has the basis `llm` and is open for review.
        What None means: none.
        Who wins: nobody; all are asked, and only where somebody is shown beforehand what leaves.
        Since: 1.
        """

    @hookspec
    def explain_codes(
        self, codes: Sequence[Remark], document: Document, settings: OwnSettings | None
    ) -> Sequence[CodeMeaning] | None:
        """What a payer means by the notes of its own.

        When called: once for each notice or letter that names its payer and has notes in words, or codes of no table.
        What it gets: those notes, code or words or both as printed, and the paper.
        What to return: what is known of them; the payer of a meaning has to be the one that the paper names.
        What None means: nothing to say on any of them.
        Who wins: of the words of a note, this before the rules for payers' words in general; of a code, the official
            tables before this. Two plugins that say different things of one note are both named, and neither is used.
        Since: 1.
        """

    @hookspec
    def register_rules(self, settings: OwnSettings | None) -> Sequence[Rule]:  # type: ignore[empty-body]  # a specification has no body
        """Rules that look for what is worth a question in a case.

        When called: once, when the first case is checked.
        What it gets: the plugin's own settings.
        What to return: rules, each with an id, the kinds of its findings, a version, and examples that must and must
            not fire; `plainbill.plugins.rules` says what its `check` is given and yields.
        What None means: none.
        Who wins: nobody; every finding is kept, after those of plainbill itself. Settings turn rules off by id.
        Since: 1.
        """

    @hookspec
    def find_contacts(
        self, document: Document, findings: Sequence[Finding], settings: OwnSettings | None
    ) -> Sequence[Contact] | None:
        """Whom to call about a paper.

        When called: once for each paper, when call sheets and letters are made.
        What it gets: the paper, and all findings of the case.
        What to return: contacts with the desk they reach and the name of the office or plan as the paper has it;
            `source` says where the number stands: words on the page, which `facts` then name, or a public address with
            the day it was read. One with neither, or with facts that the paper does not bear out, is left out and
            named.
        What None means: none known.
        Who wins: all are kept; what the papers print stands first, then the order in the settings, outside plugins,
            built-ins. plainbill itself answers with what the paper prints.
        Since: 1.
        """

    @hookspec
    def find_deadlines(
        self,
        document: Document,
        findings: Sequence[Finding],
        today: datetime.date | None,
        settings: OwnSettings | None,
    ) -> Sequence[Deadline] | None:
        """Days that count for a paper.

        When called: once for each paper, when what to do next is worked out.
        What it gets: the paper, all findings of the case, and the day it is where that was given; it is never read.
        What to return: days with how each was computed, from which printed date, what it depends on that the paper
            does not say, and its source; without a printed date no day but the length of time. `facts` name what it is
            counted from; a day without any, or with some that the paper does not bear out, is left out and named.
        What None means: none known.
        Who wins: all are kept but those that another goes before (`instead_of`); of two with one purpose, title and day
            the first, by the order in the settings, outside plugins, built-ins. plainbill itself answers with the rules
            in its table of rights.
        Since: 1.
        """

    @hookspec
    def register_exporters(self, settings: OwnSettings | None) -> Sequence[Exporter]:  # type: ignore[empty-body]  # a specification has no body
        """Named writers of reports, call sheets and letters.

        When called: once, when the first export is asked for.
        What it gets: the plugin's own settings.
        What to return: exporters; heavy packages are imported inside their functions.
        What None means: none.
        Who wins: every exporter writes its files; a name that is taken costs the later one, and built-ins come first.
        Since: 1.
        """

    @hookspec
    def plugin_settings(self) -> type[OwnSettings]:  # type: ignore[empty-body]  # a specification has no body
        """The model of the plugin's own settings.

        When called: once, when the plugin is loaded.
        What it gets: nothing.
        What to return: a subclass of `plainbill.plugins.settings.OwnSettings` whose fields all have defaults; the table
            `[plugins.NAME]` of the settings file is read with it.
        What None means: the plugin takes no settings.
        Who wins: each plugin has its own.
        Since: 1.
        """
