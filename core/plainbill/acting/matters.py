"""What a letter is about: findings and letters of a plan that lead to it, by whom it is written to."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from plainbill.acting.papers import Papers
from plainbill.acting.parties import Party, desk_to_call, party_of
from plainbill.acting.questions import in_words, lines_to_read, paper_to_read
from plainbill.acting.refused_letters import RefusedLetter
from plainbill.acting.texts import actions_of
from plainbill.acting.writing import Sentence
from plainbill.case import Desk, Document, Entry, Finding
from plainbill.case.values import Whole

HOLD = "hold"


class LetterPoint(Entry):
    """One matter of a letter: the lines it is about, and what is said and asked of them.

    `finding` is None where the matter is a letter of the plan, which `lines` quotes or names. `said` is None where the
    question is another desk's and the letter only needs the lines, or where the asks of the letter say it all.
    """

    finding: Whole | None = None
    lines: tuple[Sentence, ...]
    said: Sentence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One point with the party it is written to and the papers it rests on.

    `is_either` where it is a letter that may be a first no or the answer to an appeal.
    """

    party: Party
    point: LetterPoint
    papers: tuple[Document, ...]
    is_either: bool = False


def matters_of(
    name: str, desk: Desk, findings: Sequence[Finding], refused: Sequence[RefusedLetter], papers: Papers
) -> Iterator[tuple[Party, tuple[Matter, ...]]]:
    """Yield each party that a letter of this name goes to, with all its papers and what it is written about.

    Findings that rest on a value nobody confirmed are in none: their paper has to be looked at first. A plan's letter
    whose words nobody confirmed is named and not quoted: its copy goes along.
    """
    sure = [(place, finding) for place, finding in enumerate(findings) if finding.reading == "confirmed"]
    matters = [_of_finding(*entry, desk, papers) for entry in sure if _leads_to(entry[1], name, desk)]
    matters += [_of_letter(each) for each in refused if each.letter == name]
    parties: dict[tuple[str, ...], list[Matter]] = {}
    for matter in matters:
        parties.setdefault(matter.party.key, []).append(matter)
    for own in parties.values():
        party = own[0].party
        yield Party(desk=party.desk, key=party.key, name=party.name, papers=_papers(own)), tuple(own)


def _papers(matters: Iterable[Matter]) -> tuple[Document, ...]:
    """The papers of matters, each once, bills first."""
    found = {paper.id: paper for matter in matters for paper in matter.papers}
    return tuple(sorted(found.values(), key=lambda paper: paper.kind != "bill"))


def _leads_to(finding: Finding, name: str, desk: Desk) -> bool:
    if name == HOLD:
        return finding.category != "info" and finding.amount is not None
    if name not in actions_of(finding.kind).letters:
        return False
    return name == "record-request" or desk_to_call(finding) == desk


def _of_finding(place: int, finding: Finding, desk: Desk, papers: Papers) -> Matter:
    asked = Sentence(text=in_words(finding, finding.ask), facts=finding.evidence, tables=finding.tables)
    is_theirs = desk_to_call(finding) == desk
    point = LetterPoint(finding=place, lines=lines_to_read(finding, papers), said=asked if is_theirs else None)
    return Matter(party=party_of(finding, papers, desk), point=point, papers=papers.of(finding))


def _of_letter(refused: RefusedLetter) -> Matter:
    question = refused.question
    is_sure = question.reading == "confirmed"
    return Matter(
        party=refused.party,
        point=LetterPoint(lines=question.read_out if is_sure else (paper_to_read(refused.no.paper),)),
        papers=refused.party.papers,
        is_either=refused.no.is_either,
    )
