"""What to do about a plan's letter that refuses something: its question, its next step, and the letter to write."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plainbill.acting.appeals import PlansNo, no_of_letter
from plainbill.acting.papers import Papers, named_first, read_out
from plainbill.acting.parties import Party, party_named
from plainbill.acting.questions import Meaning, Question, Settled
from plainbill.acting.texts import names_in, text
from plainbill.acting.values import Value, of_document, say
from plainbill.acting.writing import Sentence
from plainbill.case import Evidence, Source
from plainbill.case.findings import Reading
from plainbill.describing.words import readable

_TEXTS = "refused"
MOST_SENTENCES = 2
LONGEST_QUOTE = 300
_ENDS = (".", "!", ";", "”", '"')


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedLetter:
    """A plan's letter that refuses something, and the plan as the party to call and to write to."""

    no: PlansNo
    party: Party
    question: Question

    @property
    def letter(self) -> str:
        """The letter to write, by its section of the texts: an appeal, or what comes after one."""
        return "appeal" if self.no.is_first else "next-appeal"


def refused_letters(papers: Papers, sources: Mapping[str, Source]) -> tuple[RefusedLetter, ...]:
    """Return the letters of a case that refuse something, in their order; `sources` are those of the case, by path."""
    found = ((place, no_of_letter(paper)) for place, paper in enumerate(papers.case.documents))
    return tuple(_refused(no, _reading(place, sources)) for place, no in found if no is not None)


def _reading(place: int, sources: Mapping[str, Source]) -> Reading:
    """How sure the words of the paper at a place are: those read from a picture are confirmed by nothing."""
    read = [source for path, source in sources.items() if path.startswith(f"documents[{place}].")]
    return "confirmed" if all("text_layer" in source.confirmed_by for source in read) else "check_photo"


def _refused(no: PlansNo, reading: Reading) -> RefusedLetter:
    party = party_named("payer", of_document(no.paper, "payer.name"), (no.paper,))
    return RefusedLetter(no=no, party=party, question=_question(no, reading))


def _question(no: PlansNo, reading: Reading) -> Question:
    step = "either" if no.is_either else "first" if no.is_first else "answer"
    title = text(_TEXTS, "title", "part" if no.in_part else "answer" if step == "answer" else "whole")
    return Question(
        document=no.paper.id,
        desk="payer",
        title=title if reading == "confirmed" else text(_TEXTS, "check", "title").format(title=title),
        reading=reading,
        read_out=(*_quotes(no), *_lines(no)),
        ask=Sentence(text=text(_TEXTS, "ask", step)),
        next_step=Sentence(text=text(_TEXTS, "next_step", step)),
        settles=(_reasons(),),
    )


def _quotes(no: PlansNo) -> Iterator[Sentence]:
    """What the letter says no with; a heading only where no sentence does."""
    whole = [words for words in no.words if words.endswith(_ENDS)] or list(no.words)
    for words in whole[:MOST_SENTENCES]:
        said = readable(words)
        quoted = said if len(said) <= LONGEST_QUOTE else f"{said[:LONGEST_QUOTE]}…"
        fact = Evidence(document=no.paper.id, field="text", value=quoted)
        place = named_first(no.paper)
        sentence = say(text(_TEXTS, "quote", "says"), {"place": place, "words": Value(text=quoted, facts=(fact,))})
        if sentence is not None:
            yield sentence


def _lines(no: PlansNo) -> Iterator[Sentence]:
    return (read_out(no.paper, line) for line in no.paper.lines if line.status == "denied")


def _reasons() -> Settled:
    """What the reason that the plan names would mean for the next step."""
    sections = [name for name in names_in(_TEXTS) if name.startswith("reason_")]
    meanings = tuple(
        Meaning(answer=text(_TEXTS, name, "answer"), means=text(_TEXTS, name, "means")) for name in sections
    )
    return Settled(question=text(_TEXTS, "quote", "reasons"), meanings=meanings)
