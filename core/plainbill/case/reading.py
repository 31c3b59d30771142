"""What reading yields: the case, where on the paper each value was read, and what was wrong with the pages."""

from typing import Annotated, Literal

from pydantic import Field

from plainbill.case.findings import Finding, Gap, Rectangle
from plainbill.case.model import Entry
from plainbill.case.story import Case
from plainbill.case.translations import Translation
from plainbill.case.values import NULL_IS_EMPTY, Number, Text, Whole

Confirmation = Literal[
    "second_reader", "line_sum", "subtotal", "total", "running_balance", "unit_price", "code_table", "date_range",
    "text_layer", "repeated", "person",
]  # fmt: skip
ProblemKind = Literal[
    "blurred", "glare", "dark", "too_small", "cut_edge", "turned", "no_text", "unreadable", "not_medical",
    "duplicate_page", "missing_page", "encrypted", "foreign_currency", "engine_unavailable", "other",
]  # fmt: skip


class Problem(Entry):
    """One thing that is wrong with a page, in a sentence that says what to do."""

    kind: ProblemKind
    text: Text
    box: Rectangle | None = None


class PageReport(Entry):
    """One page as it was given: its file, its number in that file, and the document it belongs to."""

    file: Text
    page: Whole
    document: Text | None = None
    width: Whole
    height: Whole
    problems: Annotated[tuple[Problem, ...], NULL_IS_EMPTY] = ()


class Source(Entry):
    """Where a value stands on the paper, what stands there, and what confirms the reading."""

    page: Annotated[Whole, Field(description="index into `pages`, from 0")]
    box: Rectangle | None = None
    boxes: Annotated[tuple[Rectangle, ...], NULL_IS_EMPTY] = ()
    text: Text
    confidence: Annotated[Number, Field(ge=0, le=1)] | None = None
    confirmed_by: tuple[Confirmation, ...]
    proposal: Text | None = None


class ReadResult(Entry):
    """What reading yields."""

    case: Case
    sources: dict[Text, Source]
    pages: tuple[PageReport, ...]


class ExplainResult(ReadResult):
    """The whole explanation of one case."""

    translations: tuple[Translation, ...]
    findings: tuple[Finding, ...]
    not_assessed: tuple[Gap, ...]
