"""The few questions about what happened, in their order; each can be skipped, and each says why it is asked."""

import dataclasses
from collections.abc import Mapping

from plainbill.store import Answers
from plainbill_ui.languages import N_

SKIPPED = "story."


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question: the field of the story it fills, its words, why it is asked, and its answers where it has some."""

    field: str
    heading: str
    why: str
    answers: Mapping[str, object] = dataclasses.field(default_factory=dict)


QUESTIONS = (
    Asked(
        field="insured",
        heading=N_("Did you have health insurance that day?"),
        why=N_("It decides whether your plan should have seen this bill first."),
        answers={N_("Yes"): True, N_("No"): False},
    ),
    Asked(
        field="visit_reason",
        heading=N_("Why did you go?"),
        why=N_("The same visit is paid in another way when it was meant to prevent illness."),
        answers={
            N_("A check-up, a screening or a vaccine"): "preventive",
            N_("Something new was wrong"): "new_problem",
            N_("To look again at something known"): "follow_up",
            N_("An emergency"): "emergency",
            N_("A planned procedure"): "procedure",
            N_("Something else"): "other",
        },
    ),
    Asked(
        field="unrecognized",
        heading=N_("Is there anything that you do not recognize?"),
        why=N_("Only you know what was done. Mark each charge that you cannot place."),
    ),
    Asked(
        field="paid",
        heading=N_("Did you pay something already?"),
        why=N_("What you paid should stand on the bill."),
    ),
    Asked(
        field="accident",
        heading=N_("Was it because of an accident?"),
        why=N_("After an accident at work or in a car, another insurance may have to pay first."),
        answers={N_("Yes"): True, N_("No"): False},
    ),
)


def next_question(answers: Answers) -> tuple[int, Asked] | None:
    """Return the first question that was neither answered nor skipped, with its number from 1."""
    told = {name for name in answers.story.model_fields_set if getattr(answers.story, name) is not None}
    passed = {name.removeprefix(SKIPPED) for name in answers.skipped if name.startswith(SKIPPED)}
    open_ = (each for each in enumerate(QUESTIONS, start=1) if each[1].field not in told | passed)
    return next(open_, None)


def tell(answers: Answers, name: str, value: object) -> Answers:
    """Return the answers with one more of these questions answered."""
    return answers.but(story=answers.story.but(**{name: value}))


def skip(answers: Answers, name: str) -> Answers:
    """Return the answers with one of these questions skipped."""
    return answers.but(skipped=(*answers.skipped, f"{SKIPPED}{name}"))


def ask_again(answers: Answers) -> Answers:
    """Return the answers without those to these questions, so that all are asked again."""
    asked = {each.field for each in QUESTIONS}
    kept = {name: getattr(answers.story, name) for name in answers.story.model_fields_set if name not in asked}
    passed = tuple(each for each in answers.skipped if not each.startswith(SKIPPED))
    return answers.but(story=answers.story.__class__(**kept), skipped=passed)
