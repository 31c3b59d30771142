"""The dictionary as its editors see it: whether its tables are sound, and how much they cover."""

from plainbill.dictionary.accepting import Accepted, accept_reviews
from plainbill.dictionary.checking import CheckedTable, check_table
from plainbill.dictionary.coverage import Coverage, LetterCoverage, TableCoverage, coverage
from plainbill.dictionary.entries import dictionary_tables, shown_text
from plainbill.dictionary.finding_texts import check_finding_texts
from plainbill.dictionary.wording import grade_faults, wording_faults

__all__ = [
    "Accepted",
    "CheckedTable",
    "Coverage",
    "LetterCoverage",
    "TableCoverage",
    "accept_reviews",
    "check_finding_texts",
    "check_table",
    "coverage",
    "dictionary_tables",
    "grade_faults",
    "shown_text",
    "wording_faults",
]
