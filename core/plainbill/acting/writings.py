"""Everything that is written for a person about one case."""

from plainbill.acting.call_sheet_writing import write_call_sheet
from plainbill.acting.comparison_writing import write_comparison
from plainbill.acting.letter_writing import write_letter
from plainbill.acting.papers import papers_of
from plainbill.acting.report import Report
from plainbill.acting.report_writing import write_report
from plainbill.acting.writing import Writing
from plainbill.knowledge.languages import current_language


def writings_of(report: Report) -> tuple[Writing, ...]:
    """Return what is written for a person: the report itself, the call sheets, the letters and the comparison.

    It is written in the language of `say_in`, which should be that of the report.
    """
    compared = [write_comparison(report.comparison, papers_of(report.case))] if report.comparison.services else []
    written = (
        write_report(report),
        *(write_call_sheet(sheet, place) for place, sheet in enumerate(report.call_sheets)),
        *(write_letter(letter, place) for place, letter in enumerate(report.letters)),
        *compared,
    )
    return tuple(each.but(language=current_language()) for each in written)
