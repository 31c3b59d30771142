"""The dictionary as its editors see it: whether its tables are sound, and how much they cover."""

from plainbill.dictionary.checking import CheckedTable, check_table
from plainbill.dictionary.coverage import Coverage, LetterCoverage, TableCoverage, coverage
from plainbill.dictionary.entries import dictionary_tables, shown_text
from plainbill.dictionary.finding_texts import check_finding_texts

__all__ = [
    "CheckedTable",
    "Coverage",
    "LetterCoverage",
    "TableCoverage",
    "check_finding_texts",
    "check_table",
    "coverage",
    "dictionary_tables",
    "shown_text",
]
