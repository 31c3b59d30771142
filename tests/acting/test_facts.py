"""What is said of the papers stands on them: each fact is true, and goes when its value goes."""

import copy
import datetime
import json
from decimal import Decimal

import pytest

from plainbill.acting import Report, writings_of
from plainbill.case import Case, Evidence, read_as, write_json
from tests.acting.making import acted, cases, report_of, sentences, words_of
from tests.checking.making import bill, decided, eob, line

# Facts of the story, and sums and counts that checking worked out, stand on no paper.
TOLD = "story"


def value_of(case: Case, fact: Evidence) -> object:
    """What the case holds at the place that a fact names, None where that is no place."""
    entry: object = next((paper for paper in case.documents if paper.id == fact.document), None)
    if isinstance(fact.line, str) and entry is not None:
        entry = next((each for each in getattr(entry, "lines", ()) if each.id == fact.line), None)
    for step in fact.field.replace("]", "").replace("[", ".").split("."):
        entry = entry[int(step)] if isinstance(entry, tuple) else getattr(entry, step, None)
    return entry


def written(value: object) -> str:
    """A value as evidence writes it."""
    if isinstance(value, tuple):
        return " ".join(map(written, value))
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


@pytest.mark.parametrize("name", sorted(cases()))
def test_each_fact_that_letters_and_sheets_carry_is_on_the_papers(name: str) -> None:
    report = report_of(name)
    checked = {fact for finding in report.findings for fact in finding.evidence}

    said = [fact for writing in writings_of(report) for sentence in sentences(writing) for fact in sentence.facts]

    assert said or name == "odd-bare-documents"
    for fact in set(said) - checked:
        value = written(value_of(report.case, fact))
        # Of a paper's text a few words are quoted.
        assert fact.value in " ".join(value.split()) if fact.field == "text" else fact.value == value


PATHS = {
    "patient.name": "Ada Wickford",
    "patient.date_of_birth": "1961-07-09",
    "patient.account_number": "ACC-55172",
    "provider.phone": "555-0100",
    "provider.address": "9 Mill Lane, Harborview",
    "document_date": "2024-06-10",
    "due_date": "2024-07-05",
    "claim_number": "C-77120",
}


def a_bill(**without: None) -> Report:
    """A bill with a charge twice, less what is taken away."""
    patient = {"name": "Ada Wickford", "date_of_birth": "1961-07-09", "account_number": "ACC-55172"}
    provider = {"name": "Willow Brook Clinic", "phone": "555-0100", "address": "9 Mill Lane, Harborview"}
    paper = dict(
        bill(line("1"), line("2"), totals={"charges": "360.00", "balance_due": "360.00"}),
        patient=patient, provider=provider, due_date="2024-07-05", claim_number="C-77120",
    )  # fmt: skip
    paper = copy.deepcopy(paper)
    for path in without:
        *head, last = path.split(".")
        entry = paper
        for step in head:
            entry = entry[step]
        del entry[last]
    return acted(read_as(Case, {"documents": [paper]}))


SHOWN = {"1961-07-09": "July 9, 1961", "2024-06-10": "June 10, 2024", "2024-07-05": "July 5, 2024"}


@pytest.mark.parametrize("path", PATHS)
def test_a_value_taken_out_of_the_case_takes_its_sentences_along(path: str) -> None:
    shown = SHOWN.get(PATHS[path], PATHS[path])

    assert shown in words_of(a_bill())
    assert shown not in words_of(a_bill(**{path: None}))


def test_a_plan_paper_taken_away_takes_what_it_says_along() -> None:
    both = acted(read_as(Case, {"documents": [bill(totals={"charges": "180.00", "balance_due": "180.00"}), eob()]}))
    alone = acted(read_as(Case, {"documents": [bill(totals={"charges": "180.00", "balance_due": "180.00"})]}))

    assert "C-1001" in words_of(both) and "CO-45" in words_of(both)
    assert "C-1001" not in words_of(alone) and "CO-45" not in words_of(alone)


def test_a_reason_is_read_out_with_its_group() -> None:
    denied = decided("1", "CO-197 180.00", "0.00", status="denied")

    said = words_of(acted(read_as(Case, {"documents": [eob(denied)]})), "call_sheet")

    assert "reason CO-197" in said


def test_a_report_reads_back_the_same() -> None:
    report = report_of("mixed-ed")

    assert read_as(Report, json.loads(write_json(report))) == report
