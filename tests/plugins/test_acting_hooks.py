"""Contacts, days and exporters of plugins stand beside plainbill's own, and a bad one costs itself."""

import datetime
from importlib.metadata import EntryPoint

from plainbill.acting import Deadline, Known, Report, writings_of
from plainbill.case import Case, read_as
from plainbill.checking import check
from plainbill.engine.acting import act_on, export_with
from plainbill.plugins.advice import unfounded
from plainbill.plugins.asking import Plugins
from plainbill.plugins.loading import load_plugins
from plainbill.plugins.records import Failure
from tests.acting.making import sentences
from tests.checking.making import bill, decided, eob

TODAY = datetime.date(2024, 6, 20)


def asked(*names: str) -> tuple[Plugins, list[Failure]]:
    failures: list[Failure] = []
    entries = [EntryPoint(name=name, value=f"tests.plugins.shelf.{name}", group="plainbill") for name in names]
    return Plugins(load_plugins(entries=entries), failures.append), failures


def report(plugins: Plugins) -> Report:
    denied = decided("1", "PR-50 180.00", "0.00", status="denied")
    case = read_as(Case, {"documents": [bill(), eob(denied)]})
    found = check(case)
    return act_on(Known(case=case, findings=found.findings, not_assessed=found.not_assessed), plugins, TODAY)


def test_a_plugins_number_stands_on_the_call_sheet_with_where_and_when_it_was_read() -> None:
    plugins, failures = asked("advises")

    (sheet,) = (each for each in report(plugins).call_sheets if each.desk == "payer")

    assert [(each.phone, each.source, each.read_on) for each in sheet.contacts] == [
        ("(555) 201-9000", "harborlantern.example", datetime.date(2026, 11, 1))
    ]
    assert failures == []
    (written,) = (each for each in writings_of(report(plugins)) if "insurance" in each.title)
    said = [sentence.text for sentence in sentences(written)]
    assert "(555) 201-9000 (harborlantern.example; read on November 1, 2026)" in said
    assert "Public pages name these numbers. First ask if they are for your plan." in said


def test_a_plugins_day_stands_among_the_others_and_today_is_given_to_it() -> None:
    plugins, _ = asked("advises")

    (found,) = (each for each in report(plugins).deadlines if each.source == "Example Code 12")

    assert found.how.endswith("2024-06-20")


def test_plainbill_answers_without_any_plugin() -> None:
    plugins, failures = asked()

    made = report(plugins)

    assert {each.plugin for each in plugins.find_deadlines(made.case.documents[1], made.findings, None)} == {
        "plainbill"
    }
    assert failures == []


def test_an_exporter_of_a_plugin_writes_its_files() -> None:
    plugins, failures = asked("advises")

    files = export_with(report(plugins), plugins)

    assert {file.path.split("-", 1)[1] for file in files} >= {"appeal.count", "record-request.count"}
    assert {file.content.isdigit() for file in files} == {True}


def test_bad_answers_are_failures_without_words_of_the_bill_and_the_rest_goes_on() -> None:
    plugins, failures = asked("advises", "misadvises")

    made = report(plugins)
    files = export_with(made, plugins)

    assert made.letters and files
    assert {file.content for file in files if file.path.endswith(".count")} != {b"stolen"}
    assert {(failure.plugin, failure.hook, failure.kind) for failure in failures} == {
        ("misadvises", "find_contacts", "bad return"),
        ("misadvises", "find_deadlines", "ValueError"),
        ("misadvises", "register_exporters", "name taken"),
        ("misadvises", "export broken", "ValueError"),
        ("misadvises", "export odd", "bad return"),
    }
    assert "SECRET" not in repr(failures)


def test_numbers_and_days_that_nothing_bears_out_are_left_out_and_named() -> None:
    plugins, failures = asked("unfounded_advice")
    (paper,) = read_as(Case, {"documents": [eob()]}).documents

    phones = [each.answer.phone for each in plugins.find_contacts(paper, ()) if each.plugin == "unfounded_advice"]
    days = [each.answer.title for each in plugins.find_deadlines(paper, (), None) if each.plugin == "unfounded_advice"]

    assert (phones, days) == (["555-0112"], ["a length"])
    assert [(failure.hook, failure.kind, failure.where) for failure in failures] == [
        ("find_contacts", "unfounded", ".read_on"),
        ("find_contacts", "unfounded", ".facts[0]"),
        ("find_deadlines", "unfounded", ".date"),
        ("find_deadlines", "unfounded", ".facts[0]"),
        ("find_deadlines", "unfounded", ".document"),
    ]


def test_words_of_a_papers_text_are_a_fact_too() -> None:
    (paper,) = read_as(Case, {"documents": [{**eob(), "text": "Appeal by\nJune 3."}]}).documents
    told = {
        "purpose": "appeal", "document": "eob", "title": "A day", "date": "2024-06-03", "length": "x", "how": "x",
        "source": "the paper",
    }  # fmt: skip

    for words, place in (
        ("Appeal by June 3.", None),
        ("…by June 3", None),
        ("by July 3", ".facts[0]"),
        ("…", ".facts[0]"),
    ):
        fact = {"document": "eob", "field": "text", "value": words}
        assert unfounded(paper, read_as(Deadline, {**told, "facts": [fact]})) == place
