"""Letters: recipient, what it is about, facts with line and code, asks, enclosures; each fact with its evidence."""

import datetime
from collections.abc import Iterator, Sequence
from typing import Annotated

from plainbill.acting.appeals import NEXT_RULES, rules_of_plan
from plainbill.acting.contacts import Contact
from plainbill.acting.identifiers import identifiers_of
from plainbill.acting.matters import HOLD, LetterPoint, Matter, matters_of
from plainbill.acting.papers import Papers, is_original_medicare, named
from plainbill.acting.parties import Party, contacts_of
from plainbill.acting.refused_letters import RefusedLetter
from plainbill.acting.texts import key, keys, names_in, text, texts
from plainbill.acting.values import Value, Values, dollars, say, say_all
from plainbill.acting.writing import Sentence
from plainbill.case import Desk, Document, Entry, Finding, TableUse
from plainbill.case.values import NULL_IS_EMPTY, Date, Text
from plainbill.knowledge.rights import right


class Letter(Entry):
    """A letter in its meaning: to whom, about what, the facts, the asks, and what goes with it.

    `blanks` name what its reader needs and no paper prints, `own_words` what only the patient can say.
    """

    name: Text
    desk: Desk
    to: tuple[Sentence, ...]
    date: Date | None = None
    subject: Text
    about: tuple[Sentence, ...]
    blanks: Annotated[tuple[Text, ...], NULL_IS_EMPTY] = ()
    opening: tuple[Sentence, ...]
    points: Annotated[tuple[LetterPoint, ...], NULL_IS_EMPTY] = ()
    own_words: Annotated[tuple[Text, ...], NULL_IS_EMPTY] = ()
    asks: tuple[Sentence, ...]
    rules: Annotated[tuple[Sentence, ...], NULL_IS_EMPTY] = ()
    closing: tuple[Sentence, ...]
    signed: Sentence | None = None
    enclosures: Annotated[tuple[Sentence, ...], NULL_IS_EMPTY] = ()


def letters_of(
    findings: Sequence[Finding],
    refused: Sequence[RefusedLetter],
    papers: Papers,
    contacts: Sequence[Contact],
    today: datetime.date | None,
) -> tuple[Letter, ...]:
    """Return the letters that findings and letters of plans lead to, one for each purpose and recipient."""
    letters: list[Letter] = []
    for name in names_in("letters"):
        if name != "letter":
            letters += [
                _letter(name, party, matters, papers, contacts, today)
                for party, matters in matters_of(name, _desk(name), findings, refused, papers)
                if name != HOLD or any(map(_asks, party.papers))
            ]
    return tuple(letters)


def _asks(paper: Document) -> bool:
    """Tell whether a paper is a bill that asks for money; one that asks for none needs no hold."""
    balance = paper.totals.balance_due if paper.totals else None
    return paper.kind == "bill" and (balance is None or balance > 0)


def _desk(name: str) -> Desk:
    desk: Desk = key("letters", name, "to")  # type: ignore[assignment]  # a test reads every section
    return desk


def _letter(
    name: str,
    party: Party,
    matters: Sequence[Matter],
    papers: Papers,
    contacts: Sequence[Contact],
    today: datetime.date | None,
) -> Letter:
    values = {**identifiers_of(party, papers), **_rights(party.papers)}
    values["plan"] = party.name
    patient = values["patient"]
    either = texts("letters", name, "if_answer") if any(matter.is_either for matter in matters) else ()
    return Letter(
        name=name,
        desk=party.desk,
        to=tuple(_address(party, contacts)),
        date=today,
        subject=text("letters", name, "subject"),
        about=say_all(texts("letters", "letter", f"about_{party.desk}"), values),
        blanks=tuple(_blanks(name, values)),
        opening=say_all((*texts("letters", name, "opening"), *either), values),
        points=tuple(matter.point for matter in matters) if name != HOLD else (),
        own_words=texts("letters", name, "own_words"),
        asks=say_all(texts("letters", name, "asks"), values),
        rules=say_all(texts("letters", name, "rules"), values),
        closing=say_all(texts("letters", "letter", "closing"), values),
        signed=Sentence(text=patient.text, facts=patient.facts) if patient else None,
        enclosures=tuple(_enclosures(party.papers)),
    )


def _address(party: Party, contacts: Sequence[Contact]) -> Iterator[Sentence]:
    if party.name:
        yield Sentence(text=party.name.text, facts=party.name.facts)
    yield Sentence(text=text("letters", "letter", f"attention_{party.desk}"))
    # An address from anywhere but the papers may be that of another plan.
    printed = (contact for contact in contacts_of(party, contacts) if contact.facts and contact.address)
    written = next(printed, None)
    if written is None:
        yield Sentence(text=text("letters", "letter", "no_address"))
    else:
        yield Sentence(text=str(written.address), facts=written.facts)


def _blanks(name: str, values: Values) -> Iterator[str]:
    """What the reader needs to know and no paper prints, by the words before the colon."""
    for template in texts("letters", name, "needed"):
        if say(template, values) is None:
            yield template.partition(":")[0]


def _rights(papers: Sequence[Document]) -> Values:
    """The rules that letters name, as in force on the day of the papers: {rule:source} and {rule:length}."""
    day = max((paper.document_date or paper.processed_date or datetime.date.min for paper in papers), default=None)
    known = None if day == datetime.date.min else day
    values: dict[str, Value | None] = {}
    of_plan = _appeal_rules(papers)
    names = (*keys("letters", "letter", "rules_named"), *of_plan)
    if "plan-appeal" in of_plan:
        names += keys("letters", "letter", "rules_named_to_private_plans")
    if any(map(is_original_medicare, papers)):
        names += keys("letters", "letter", "rules_named_to_medicare")
    for name in names:
        found = right(name, known)
        if found is not None:
            key = name.replace("-", "_")
            uses: tuple[TableUse, ...] = (found.use,)
            values[f"{key}_source"] = Value(text=found.use.source, tables=uses)
            values[f"{key}_days"] = Value(text=str(found.days or found.months), tables=uses)
            values[f"{key}_dollars"] = Value(text=dollars(found.dollars), tables=uses)
    return values


def _appeal_rules(papers: Sequence[Document]) -> tuple[str, ...]:
    """The rule on appeals by the name of the plan; a name that tells nothing leaves that for most private plans."""
    found = (rules_of_plan(paper) for paper in papers if paper.kind in ("eob", "letter"))
    rules = dict.fromkeys(each[0] for each in found if len(each) == 1 or "plan-appeal" in each)
    return (*rules, *(NEXT_RULES[rule] for rule in rules if rule in NEXT_RULES))


def _enclosures(papers: Sequence[Document]) -> Iterator[Sentence]:
    for paper in papers:
        name = named(paper)
        yield Sentence(text=text("letters", "letter", "copy").format(paper=name.text), facts=name.facts)
