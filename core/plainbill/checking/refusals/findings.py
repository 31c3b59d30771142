"""Refusals as findings: the rules of every desk word them alike and differ in the kinds they report."""

from collections.abc import Iterator

from plainbill.case import Category, Desk
from plainbill.checking.drafts import Draft, Phrase, Word
from plainbill.checking.refusals.denials import Denial
from plainbill.checking.refusals.reasons import Reason
from plainbill.checking.situation import Situation
from plainbill.checking.texts import denied_part, question_of

_ANSWERED_BY_MEMBER = frozenset({"coordination-of-benefits"})


def denied(situation: Situation, kinds: frozenset[str]) -> Iterator[Draft]:
    """Yield a finding for each refusal of one of `kinds` that still matters to the patient."""
    own = [denial for denial in situation.denials if denial.kind in kinds]
    if not own:
        return
    ended, asked_right, asked_too_much = situation.ended, situation.asked_right, situation.asked_too_much
    for denial in own:
        paper = denial.paper.id
        if paper in ended or _is_nobodys(denial, asked_right):
            continue
        if denial.text != "copy" or paper in asked_too_much:
            yield _draft(denial)


def _is_nobodys(denial: Denial, asked_right: frozenset[str]) -> bool:
    """A service that the plan counts as part of another, on a claim whose bill does not ask for it."""
    return (
        denial.reason is not None
        and denial.reason.role == "bundled"
        and denial.reason.group != "PR"
        and denial.paper.id in asked_right
    )


def _draft(denial: Denial) -> Draft:
    category, desk = _desk(denial)
    reason = denial.reason
    code = reason.shown if reason else ""
    facts = denial.facts + (reason.facts if reason else ())
    return Draft(
        kind=denial.kind,
        text=denial.text,
        lines=denial.lines,
        documents=tuple(dict.fromkeys((denial.paper.id, *(fact.document for fact in facts if fact.path)))),
        amount=denial.amount,
        facts=facts,
        words=_words(denial),
        confidence="likely" if code else "possible",
        category=category,
        acts_first=desk,
        tables=reason.tables if reason else (),
        refuses=True,
        joins=f"{denial.paper.id} {denial.kind} {code} {reason.meaning if reason else ''}",
    )


def _desk(denial: Denial) -> tuple[Category | None, Desk | None]:
    """Where a refusal goes elsewhere than its kind as a rule does."""
    if denial.text == "sent_but_not_enough":
        return "coding", None
    if denial.kind == "code-mismatch":
        return "payer", None
    return None, "patient" if denial.kind in _ANSWERED_BY_MEMBER else None


def _words(denial: Denial) -> dict[str, Word]:
    reason = denial.reason
    group = reason.group if reason else ""
    own = reason.ask if reason and denial.text == "denied" and not reason.remark else ""
    return {
        "amount": Phrase(denied_part("amount")),  # where none was read; a read one takes its place
        "why": _why(reason),
        "whose": Phrase(denied_part(group)) if group in ("CO", "PR", "OA", "PI") else "",
        "question": Phrase(own or question_of(denial.kind, denial.text)),
    }


def _why(reason: Reason | None) -> Phrase:
    """The reason that the plan gives; its own words, where it prints no code, are told as they stand there."""
    if reason is None:
        return Phrase(denied_part("none"))
    if reason.code and reason.meaning:
        meaning = Phrase(reason.meaning)
        return Phrase(denied_part("code"), (("code", _named(reason)), ("meaning", meaning)))
    if reason.code:
        return Phrase(denied_part("unknown"), (("code", _named(reason)),))
    return Phrase(denied_part("words"), (("meaning", reason.meaning.rstrip(".")),))


def _named(reason: Reason) -> Word:
    if not reason.remark:
        return reason.adjustment
    return Phrase("{code} with {remark}", (("code", reason.adjustment), ("remark", reason.remark)))
