"""What a language model may be asked: shown word for word before, asked where somebody agreed, kept with the case."""

from collections.abc import Sequence
from functools import cache

from plainbill.case import Asking, Case, ExplainResult, Review, Translation
from plainbill.describing import model_readings
from plainbill.dictionary.accepting_guesses import accept_guesses
from plainbill.engine import Engine
from plainbill.engine.accepted import keep_accepted
from plainbill.knowledge.languages import ENGLISH
from plainbill.knowledge.tables import FaultyTable
from plainbill.plugins.models import Outgoing
from plainbill.settings import Settings, published_tables_file
from plainbill_ui.downloads import download_link
from plainbill_ui.languages import _
from plainbill_ui.markup import Markup, join, tag
from plainbill_ui.services import services


class NotAgreed(Exception):
    """Something else would leave than what was shown; nothing was sent."""


def is_model_set() -> bool:
    """Return whether the settings of this machine switch a model on."""
    engine = services().engine
    return bool((engine if isinstance(engine, Engine) else _own_engine()).models())


def about_to_leave(case: Case) -> tuple[Outgoing, ...]:
    """Return what asking about `case` would send, word for word; nothing is sent."""
    return _own_engine().preview(case)


def with_guesses(
    result: ExplainResult, agreed: Sequence[Outgoing], settings: Settings
) -> tuple[ExplainResult, tuple[str, ...], tuple[Asking, ...]]:
    """Return the explanation with what models propose as other readings, what to know of the asking, and what was sent.

    Raises:
        NotAgreed: something else than `agreed` would have left.
    """

    def show(outgoing: Outgoing) -> None:
        if outgoing not in agreed:
            raise NotAgreed

    engine = Engine.start(settings.without_outside(), tables=published_tables_file())
    engine.show_what_leaves(show)
    before = {each for model in engine.models() for each in model.sent()}
    asked = {each.line: each for each in engine.describe_case(result.case)}
    translations = tuple(_with_guesses_of(each, asked.get(each.line)) for each in result.translations)
    texts = {each.text for each in agreed}
    sent = tuple(
        Asking(at=each.at, model=each.model, address=each.address, text=each.text)
        for model in engine.models()
        for each in model.sent()
        if each not in before and each.text in texts
    )
    return result.but(translations=translations), engine.remarks, sent


def keep_for_this_machine(result: ExplainResult, reference: str, review: Review) -> None:
    """Keep words of a model that `review` took over as they are, so that no model is asked about such a line again.

    They were held against the line before they were shown. Words that somebody typed could name a person, and what is
    kept here serves other people's papers. What cannot be kept stands in the review alone.
    """
    reviewed = [each.but(review=review) for each in result.translations if each.line == reference]
    accepted = accept_guesses(result.case, reviewed)
    if accepted.entries:
        try:
            keep_accepted(published_tables_file(), accepted.entries)
        except (OSError, FaultyTable):
            return


def guesses_card(translation: Translation) -> Markup:
    """Return what models propose for a charge, marked as no more than that; nothing once somebody reviewed it."""
    guesses = model_readings(translation) if translation.review is None else ()
    if not guesses:
        return Markup()
    said = [tag("p", tag("q", each.plain), lang=ENGLISH) for each in guesses]
    return join(tag("p", _("A language model guesses, and nobody has checked it:"), class_="pb-quiet"), *said)


def outgoing_card(outgoing: Outgoing) -> Markup:
    """Return what is about to leave, every word of it, and where to."""
    where = _("on this computer") if outgoing.here else _("on ANOTHER computer")
    to = _("To the model {model} at {address}, {where}, goes this and nothing else:")
    return tag(
        "section",
        tag("p", to.format(model=outgoing.model, address=outgoing.address, where=where)),
        tag("p", _("Most of it is the same for everybody. Of your papers goes what stands between the marks ```.")),
        tag("pre", outgoing.text, lang=ENGLISH, tabindex="0"),
        class_="pb-card",
    )


def sent_before(asked: Sequence[Asking], tag_of_case: str) -> Markup:
    """Return what was sent about this case, every word of it, closed, and a file of it; nothing where nothing was."""
    sent = [
        tag(
            "section",
            tag("p", _("To the model {model} at {address}:").format(model=each.model, address=each.address)),
            tag("pre", each.text, lang=ENGLISH, tabindex="0"),
            class_="pb-card",
        )
        for each in asked
    ]
    if not sent:
        return Markup()
    save = download_link(tag_of_case, "sent-to-model.txt", _("Save what was sent"))
    return join(tag("details", tag("summary", _("What was sent before")), *sent), save)


@cache
def _own_engine() -> Engine:
    return Engine.start(services().settings.without_outside(), tables=published_tables_file())


def _with_guesses_of(translation: Translation, asked: Translation | None) -> Translation:
    guesses = () if asked is None else model_readings(asked)
    others = tuple(each for each in translation.alternatives if each.basis != "llm")
    return translation.but(alternatives=(*others, *guesses)) if guesses else translation
