"""An answer to a question about a finding, kept in the case."""

from plainbill.acting.questions import Meaning
from plainbill.case import Finding
from plainbill.engine.amending import key_of
from plainbill.store import Settlement
from plainbill_ui.explained import Explained
from plainbill_ui.languages import N_, _, say

_STORY = "story."
NOT_SO = N_("You said that this is not so.")


def settle(explained: Explained, finding: Finding, question: str, meaning: Meaning) -> None:
    """Keep an answer, and what it says of the story; `question` and `meaning` are those in English."""
    fields = {path.removeprefix(_STORY): value for path, value in (meaning.sets or {}).items()}
    answer = next(
        each for settling in finding.settles if settling.question == question for each in settling.answers
        if each.answer == meaning.answer
    )  # fmt: skip
    moved = answer.moves_to
    nothing_wrong = moved == "dropped" or (not isinstance(moved, str) and moved.category == "info")
    kept = Settlement(
        finding=key_of(finding),
        title=finding.title,
        question=question,
        answer=meaning.answer,
        sets=tuple(fields),
        aside=nothing_wrong,
    )
    explained.change(lambda answers: answers.settle(kept, dict(fields)))


def answer_said(given: Settlement) -> str:
    """Return an answer, which is kept in English, as it is said to the visitor."""
    return _(NOT_SO) if given.answer == NOT_SO else say(given.answer)


def settle_aside(explained: Explained, finding: Finding) -> None:
    """Keep that a person says that a finding is not so."""
    kept = Settlement(finding=key_of(finding), title=finding.title, answer=NOT_SO, aside=True)
    explained.change(lambda answers: answers.settle(kept, {}))


def unsettle(explained: Explained, given: Settlement) -> None:
    """Take an answer back, and what it said of the story."""
    explained.change(lambda answers: answers.unsettle(given.finding, given.question))
