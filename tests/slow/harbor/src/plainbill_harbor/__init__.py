"""Harbor Mutual, a payer that does not exist: its papers, a reader that sees one word, and a rule of its own."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from plainbill.case import Case, Document, Evidence, Finding, Line
from plainbill.payers import load_pack
from plainbill.plugins import hookimpl
from plainbill.plugins.records import Picture, Reader, SeenWord
from plainbill.plugins.rules import Rule, RuleContext
from plainbill.plugins.settings import OwnSettings
from plainbill.reading.page import Box

HOOK_API = 1
globals().update(load_pack(__name__))

KIND = "harbor/parking-fee"


class HarborSettings(OwnSettings):
    """What can be set in `[plugins.harbor]`."""

    word: str = "HARBOR"


@hookimpl
def plugin_settings() -> type[HarborSettings]:
    """The settings."""
    return HarborSettings


@hookimpl
def register_readers(settings: HarborSettings) -> Sequence[Reader]:
    """A reader that sees one word on every picture."""

    def read(picture: Picture) -> Sequence[SeenWord]:
        box = Box(x0=0.0, y0=0.0, x1=float(picture.width), y1=float(picture.height))
        return [SeenWord(text=settings.word, box=box, confidence=1.0)]

    return [Reader(name="harbor", unavailable=lambda: None, read=read)]


@hookimpl
def register_rules() -> Sequence[Rule]:
    """The rule on parking."""
    return [
        Rule(
            id="parking",
            kinds=(KIND,),
            version="1",
            check=_parking,
            fires=(_case("Parking fee"),),
            quiet=(_case("Office visit"), _case("Harbor Park Clinic visit")),
        )
    ]


def _parking(case: Case, context: RuleContext) -> Iterable[Finding]:
    for document in case.documents:
        for line in document.lines:
            if line.description is not None and "parking" in line.description.lower():
                yield _finding(document, line, line.description)


def _finding(document: Document, line: Line, words: str) -> Finding:
    return Finding(
        kind=KIND,
        category="billing",
        acts_first="billing_office",
        lines=(f"{document.id}:{line.id}",),
        documents=(document.id,),
        amount=line.charge,
        evidence=(Evidence(document=document.id, line=line.id, field="description", value=words),),
        title="A fee for parking",
        explanation="The bill asks for parking. Parking is no care.",
        ask="Why does a bill for care ask for parking?",
        next_step="Call the billing office and ask.",
        settles=(),
        reading="confirmed",
        confidence="likely",
        rule="parking",
        tables=(),
    )


def _case(words: str) -> Case:
    line = Line(id="1", description=words, charge=Decimal("12.00"))
    return Case(documents=(Document(id="bill", kind="bill", lines=(line,)),))
