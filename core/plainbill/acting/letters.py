"""Letters: recipient, what it is about, facts with line and code, asks, enclosures; each fact with its evidence."""

import datetime
from collections.abc import Iterator, Sequence
from typing import Annotated

from plainbill.acting.appeals import rules_of_plan
from plainbill.acting.contacts import Contact
from plainbill.acting.identifiers import identifiers_of
from plainbill.acting.papers import Papers, is_original_medicare, named
from plainbill.acting.parties import Party, contacts_of, desk_to_call, party_of
from plainbill.acting.questions import in_words, lines_to_read
from plainbill.acting.texts import actions_of, key, keys, names_in, text, texts
from plainbill.acting.values import Value, Values, dollars, say_all
from plainbill.acting.writing import Sentence
from plainbill.case import Desk, Document, Entry, Finding, TableUse
from plainbill.case.values import NULL_IS_EMPTY, Date, Text, Whole
from plainbill.knowledge.rights import right

HOLD = "hold"


class LetterPoint(Entry):
    """One matter of a letter: the lines it is about, and what is said and asked of them.

    `said` is None where the question is another desk's and the letter only needs the lines.
    """

    finding: Whole
    lines: tuple[Sentence, ...]
    said: Sentence | None = None


class Letter(Entry):
    """A letter in its meaning: to whom, about what, the facts, the asks, and what goes with it."""

    name: Text
    desk: Desk
    to: tuple[Sentence, ...]
    date: Date | None = None
    subject: Text
    about: tuple[Sentence, ...]
    opening: tuple[Sentence, ...]
    points: Annotated[tuple[LetterPoint, ...], NULL_IS_EMPTY] = ()
    asks: tuple[Sentence, ...]
    rules: Annotated[tuple[Sentence, ...], NULL_IS_EMPTY] = ()
    closing: tuple[Sentence, ...]
    signed: Sentence | None = None
    enclosures: Annotated[tuple[Sentence, ...], NULL_IS_EMPTY] = ()


def letters_of(
    findings: Sequence[Finding], papers: Papers, contacts: Sequence[Contact], today: datetime.date | None
) -> tuple[Letter, ...]:
    """Return the letters that the findings lead to, one for each purpose and recipient.

    Findings that rest on a value nobody confirmed are in none: their paper has to be looked at first.
    """
    sure = [(place, finding) for place, finding in enumerate(findings) if finding.reading == "confirmed"]
    letters: list[Letter] = []
    for name in names_in("letters"):
        if name == "letter":
            continue
        about = [(place, finding) for place, finding in sure if _leads_to(finding, name)]
        letters += [
            _letter(name, party, points, papers, contacts, today)
            for party, points in _by_party(about, papers, _desk(name))
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


def _leads_to(finding: Finding, name: str) -> bool:
    if name == HOLD:
        return finding.category != "info" and finding.amount is not None
    if name not in actions_of(finding.kind).letters:
        return False
    return name == "record-request" or desk_to_call(finding) == _desk(name)


def _by_party(
    about: Sequence[tuple[int, Finding]], papers: Papers, desk: Desk
) -> Iterator[tuple[Party, list[tuple[int, Finding]]]]:
    parties: dict[tuple[str, ...], tuple[Party, list[tuple[int, Finding]]]] = {}
    for place, finding in about:
        party = party_of(finding, papers, desk)
        parties.setdefault(party.key, (party, []))[1].append((place, finding))
    for party, points in parties.values():
        own = {paper.id: paper for _, finding in points for paper in papers.of(finding)}
        found = tuple(sorted(own.values(), key=lambda paper: paper.kind != "bill"))
        yield Party(desk=party.desk, key=party.key, name=party.name, papers=found), points


def _letter(
    name: str,
    party: Party,
    points: Sequence[tuple[int, Finding]],
    papers: Papers,
    contacts: Sequence[Contact],
    today: datetime.date | None,
) -> Letter:
    values = {**identifiers_of(party, papers), **_rights(party.papers)}
    values["plan"] = party.name
    patient = values["patient"]
    return Letter(
        name=name,
        desk=party.desk,
        to=tuple(_address(party, contacts)),
        date=today,
        subject=text("letters", name, "subject"),
        about=say_all(texts("letters", "letter", f"about_{party.desk}"), values),
        opening=say_all(texts("letters", name, "opening"), values),
        points=tuple(_point(*point, party.desk, papers) for point in points) if name != HOLD else (),
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


def _point(place: int, finding: Finding, desk: Desk, papers: Papers) -> LetterPoint:
    asked = Sentence(text=in_words(finding, finding.ask), facts=finding.evidence, tables=finding.tables)
    is_theirs = desk_to_call(finding) == desk
    return LetterPoint(finding=place, lines=lines_to_read(finding, papers), said=asked if is_theirs else None)


def _rights(papers: Sequence[Document]) -> Values:
    """The rules that letters name, as in force on the day of the papers: {rule:source} and {rule:length}."""
    day = max((paper.document_date or paper.processed_date or datetime.date.min for paper in papers), default=None)
    known = None if day == datetime.date.min else day
    values: dict[str, Value | None] = {}
    names = (*keys("letters", "letter", "rules_named"), *_appeal_rules(papers))
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


def _appeal_rules(papers: Sequence[Document]) -> set[str]:
    """The rule on appeals by the name of the plan; a name that tells nothing leaves that for most private plans."""
    found = (rules_of_plan(paper) for paper in papers if paper.kind in ("eob", "letter"))
    return {rules[0] for rules in found if len(rules) == 1 or "plan-appeal" in rules}


def _enclosures(papers: Sequence[Document]) -> Iterator[Sentence]:
    for paper in papers:
        name = named(paper)
        yield Sentence(text=text("letters", "letter", "copy").format(paper=name.text), facts=name.facts)
