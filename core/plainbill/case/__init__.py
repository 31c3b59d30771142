"""The vocabulary: what a paper, a story, a finding and a translation are, and their one written form."""

from plainbill.case.asked import Asking
from plainbill.case.catalogue import CATALOGUE, DESK_OF, Category, Desk
from plainbill.case.files import FaultyFile, parse_json, read_as, write_json
from plainbill.case.findings import Answer, CheckResult, Evidence, Finding, Gap, Move, Need, Settling, TableUse
from plainbill.case.model import Entry
from plainbill.case.paper import (
    Adjustment,
    Coverage,
    Document,
    DocumentKind,
    Line,
    Patient,
    Payer,
    Payment,
    Provider,
    Remark,
    Totals,
    Visit,
)
from plainbill.case.reading import Confirmation, ExplainResult, PageReport, Problem, ProblemKind, ReadResult, Source
from plainbill.case.references import Fault
from plainbill.case.story import Case, Paid, Story
from plainbill.case.translations import DescribeResult, Group, Reading, Review, Translation

__all__ = [
    "CATALOGUE",
    "DESK_OF",
    "Adjustment",
    "Answer",
    "Asking",
    "Case",
    "Category",
    "CheckResult",
    "Confirmation",
    "Coverage",
    "DescribeResult",
    "Desk",
    "Document",
    "DocumentKind",
    "Entry",
    "Evidence",
    "ExplainResult",
    "Fault",
    "FaultyFile",
    "Finding",
    "Gap",
    "Group",
    "Line",
    "Move",
    "Need",
    "PageReport",
    "Paid",
    "Patient",
    "Payer",
    "Payment",
    "Problem",
    "ProblemKind",
    "Provider",
    "ReadResult",
    "Reading",
    "Remark",
    "Review",
    "Settling",
    "Source",
    "Story",
    "TableUse",
    "Totals",
    "Translation",
    "Visit",
    "parse_json",
    "read_as",
    "write_json",
]
