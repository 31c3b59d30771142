"""What checking yields: findings with their evidence, and gaps that say what could not be judged."""

from typing import Annotated, Literal

from pydantic import Field

from plainbill.case.catalogue import Category, Desk
from plainbill.case.model import Entry
from plainbill.case.values import NULL_IS_EMPTY, Date, Money, Number, Text, Truth, Whole

Reading = Literal["confirmed", "check_photo"]
Confidence = Literal["certain", "likely", "possible"]
Need = Literal[
    "eob", "itemized_bill", "ub04", "visit_summary", "estimate", "insurance_card", "story", "date", "currency"
]

Rectangle = Annotated[
    tuple[Number, Number, Number, Number], Field(title="Box", description="x0, y0, x1, y1 in pixels, origin top left")
]


class Evidence(Entry):
    """One fact a finding uses, with where on the paper it was read."""

    document: Text
    line: Text | None = None
    field: Text
    value: Text
    page: Whole | None = None
    box: Rectangle | None = None


class Move(Entry):
    """Where an answer moves a finding."""

    kind: Text
    category: Category


class Answer(Entry):
    """One possible answer and what it does to the finding."""

    answer: Text
    moves_to: Move | Literal["confirmed", "dropped"]
    sets: Annotated[dict[Text, Truth | Number | Text], Field(title="Sets")] | None = None


class Settling(Entry):
    """A question whose answers would confirm or move a finding."""

    question: Text
    answers: Annotated[tuple[Answer, ...], NULL_IS_EMPTY] = ()


class TableUse(Entry):
    """One table entry that a finding rests on."""

    name: Text
    source: Text
    valid_from: Date | None = None
    valid_to: Date | None = None
    entry: Text


class Finding(Entry):
    """One issue: what it is, who acts first, what it rests on, and what would change that."""

    kind: Text
    category: Category
    acts_first: Desk
    lines: tuple[Text, ...]
    documents: tuple[Text, ...]
    amount: Money | None = None
    evidence: tuple[Evidence, ...]
    title: Text
    explanation: Text
    ask: Text
    next_step: Text
    settles: tuple[Settling, ...]
    reading: Reading
    confidence: Confidence
    rule: Text
    tables: tuple[TableUse, ...]


class Gap(Entry):
    """What could not be judged, which paper or answer would allow it, and whom to ask."""

    kinds: tuple[Text, ...]
    needs: Need
    field: Text | None = None
    document: Text | None = None
    ask: Text
    why: Text


class CheckResult(Entry):
    """What checking yields."""

    findings: tuple[Finding, ...]
    not_assessed: tuple[Gap, ...]
