"""Call sheets, letters, steps and days in another language: each at its place, with the same figures."""

import functools
import re

import pytest

from plainbill.acting import Report, Writing, writings_of
from plainbill.knowledge.languages import ENGLISH, languages, say_in
from tests.acting.making import TODAY, acted, cases, sentences

OTHERS = [name for name in languages() if name != ENGLISH]
# Words of our sentences, and not of the services that papers list.
ENGLISH_WORDS = re.compile(r"\b(?:your|you|this|that|which|please|does|was|were|are|is|than)\b", re.I)
QUOTED = re.compile(r"“[^”]*”|\([^)]*\)|,[^,.]*\bread on\b[^.]*")
_MONTHS = {
    "January": "enero", "February": "febrero", "March": "marzo", "April": "abril", "May": "mayo", "June": "junio",
    "July": "julio", "August": "agosto", "September": "septiembre", "October": "octubre", "November": "noviembre",
    "December": "diciembre",
}  # fmt: skip
DAY = re.compile(rf"\b({'|'.join(_MONTHS)}) (\d{{1,2}}), (\d{{4}})")
FIGURE = re.compile(r"\d[\d.,]*\d|\d")


@functools.cache
def said(name: str, language: str) -> tuple[Report, tuple[Writing, ...]]:
    with say_in(language):
        report = acted(cases()[name].read(), today=TODAY)
        return report, writings_of(report)


def figures(writing: Writing) -> list[str]:
    """All figures of a writing, without their order; a day counts by its day and year."""
    texts = [writing.title, *(each.text for each in sentences(writing))]
    return sorted(figure for text in texts for figure in FIGURE.findall(text))


@pytest.mark.parametrize("name", sorted(cases()))
def test_reports_have_the_same_at_the_same_places(name: str) -> None:
    english, other = said(name, ENGLISH)[0], said(name, "es")[0]

    assert [(each.doing, each.desk, each.findings) for each in other.steps] == [
        (each.doing, each.desk, each.findings) for each in english.steps
    ]
    assert [(each.desk, each.name) for each in other.call_sheets] == [
        (each.desk, each.name) for each in english.call_sheets
    ]
    assert [(each.name, each.desk) for each in other.letters] == [(each.name, each.desk) for each in english.letters]
    assert [(each.purpose, each.document, each.date) for each in other.deadlines] == [
        (each.purpose, each.document, each.date) for each in english.deadlines
    ]
    assert other.amounts == english.amounts


@pytest.mark.parametrize("name", sorted(cases()))
def test_what_is_written_holds_the_same_figures(name: str) -> None:
    english, other = said(name, ENGLISH)[1], said(name, "es")[1]

    assert [each.name for each in other] == [each.name for each in english]
    assert {each.name: figures(each) for each in other} == {each.name: figures(each) for each in english}


@pytest.mark.parametrize("name", sorted(cases()))
def test_no_english_sentence_is_left_in_what_is_written(name: str) -> None:
    texts = [QUOTED.sub("", each.text) for writing in said(name, "es")[1] for each in sentences(writing)]

    assert [each for each in texts if ENGLISH_WORDS.search(each)] == []
    assert [each for each in texts if DAY.search(each)] == []


def test_a_day_is_written_out_as_people_write_it() -> None:
    reports = [said(name, "es")[0] for name in sorted(cases())]

    days = [
        each.text
        for report in reports
        for sheet in report.call_sheets
        for each in sheet.ready
        if each.text.startswith("Fecha de la atención")
    ]

    assert len(days) > 100
    assert all(re.search(r"\d{1,2} de (?:" + "|".join(_MONTHS.values()) + r") de \d{4}", each) for each in days)
