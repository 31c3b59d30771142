"""Call sheets: for each desk whom to call, what to have ready, and what to ask."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated

from plainbill.acting.contacts import Contact
from plainbill.acting.identifiers import identifiers_of
from plainbill.acting.papers import Papers, code_of
from plainbill.acting.parties import DESKS, Party, contacts_of, party_of
from plainbill.acting.questions import Question
from plainbill.acting.refused_letters import RefusedLetter
from plainbill.acting.texts import text, texts
from plainbill.acting.values import Value, Values, joined, say_all
from plainbill.acting.writing import Sentence
from plainbill.case import Desk, Entry, Finding
from plainbill.case.values import NULL_IS_EMPTY, Text

_SENT_ON: dict[Desk, tuple[str, ...]] = {
    "clinician_or_coder": ("talk_to_billing", "talk_to_insurance", "corrected_claim"),
    "billing_office": ("talk_to_doctor", "talk_to_insurance", "corrected_claim"),
    "payer": ("talk_to_provider", "corrected_claim"),
}
_WITHOUT_PLAN = frozenset({"talk_to_insurance", "corrected_claim"})


class SentOn(Entry):
    """What to say where a desk sends the caller on: `when` it does, `why` that is normal, and what to `say`."""

    when: Text
    why: Text
    say: tuple[Text, ...]
    codes: Annotated[tuple[Sentence, ...], NULL_IS_EMPTY] = ()


class CallSheet(Entry):
    """One call: `questions` are asked, those in `check` once the paper was looked at, those in `also` if wanted."""

    desk: Desk
    name: Text | None = None
    contacts: Annotated[tuple[Contact, ...], NULL_IS_EMPTY] = ()
    ready: tuple[Sentence, ...]
    opening: tuple[Sentence, ...]
    questions: Annotated[tuple[Question, ...], NULL_IS_EMPTY] = ()
    check: Annotated[tuple[Question, ...], NULL_IS_EMPTY] = ()
    also: Annotated[tuple[Question, ...], NULL_IS_EMPTY] = ()
    sent_on: tuple[SentOn, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """A question with whom it goes to, and its finding where it has one."""

    party: Party
    question: Question
    finding: Finding | None = None

    @property
    def is_to_ask(self) -> bool:
        """A call only to hear that all is well is no call to make; somebody without insurance has one to make."""
        return self.finding is None or self.finding.acts_first != "nobody"


def call_sheets(
    findings: Sequence[Finding],
    questions: Sequence[Question],
    refused: Sequence[RefusedLetter],
    papers: Papers,
    contacts: Sequence[Contact],
) -> tuple[CallSheet, ...]:
    """Return a sheet for each desk that has something to answer, in the order in which to call them."""
    pairs = zip(findings, questions, strict=True)
    asked = [_Asked(party=party_of(each, papers), question=question, finding=each) for each, question in pairs]
    asked += [_Asked(party=each.party, question=each.question) for each in refused]
    parties: dict[tuple[Desk, tuple[str, ...]], list[_Asked]] = {}
    for each in asked:
        parties.setdefault((each.party.desk, each.party.key), []).append(each)
    sheets = [_sheet(own, papers, contacts) for own in parties.values() if any(each.is_to_ask for each in own)]
    return tuple(sorted(sheets, key=lambda sheet: DESKS.index(sheet.desk)))


def _sheet(asked: Sequence[_Asked], papers: Papers, contacts: Sequence[Contact]) -> CallSheet:
    party = _whole(asked)
    to_ask = [each.question for each in asked if each.is_to_ask]
    found = [each.finding for each in asked if each.finding and each.is_to_ask]
    codes = joined(code_of(*line) for finding in found for line in papers.lines_of(finding))
    count = len(to_ask)
    counted = text("calls", "count", "one") if count == 1 else text("calls", "count", "more").format(count=count)
    values = {**identifiers_of(party, papers), "codes": codes, "count": Value(text=counted)}
    return CallSheet(
        desk=party.desk,
        name=party.name.text if party.name else None,
        contacts=contacts_of(party, contacts),
        ready=say_all((*texts("calls", "ready", party.desk), *texts("calls", "ready", "papers")), values),
        opening=say_all(texts("calls", "opening", party.desk), values),
        questions=tuple(question for question in to_ask if question.reading == "confirmed"),
        check=tuple(question for question in to_ask if question.reading != "confirmed"),
        also=tuple(each.question for each in asked if not each.is_to_ask),
        sent_on=tuple(_sent_on(party.desk, found, values)),
    )


def _sent_on(desk: Desk, findings: Sequence[Finding], values: Values) -> Iterator[SentOn]:
    """Nobody is sent to a plan where there is none."""
    without_plan = any(finding.kind == "self-pay-review" for finding in findings)
    for name in _SENT_ON[desk]:
        if not (without_plan and name in _WITHOUT_PLAN):
            codes = say_all(texts("calls", name, "codes"), values)
            when, why = text("calls", name, "when"), text("calls", name, "why")
            yield SentOn(when=when, why=why, say=texts("calls", name, "say"), codes=codes)


def _whole(asked: Sequence[_Asked]) -> Party:
    """The party with the papers of all its questions."""
    party = asked[0].party
    papers = {paper.id: paper for each in asked for paper in each.party.papers}
    return Party(desk=party.desk, key=party.key, name=party.name, papers=tuple(papers.values()))
