"""What was found is said in another language at its place; what only a plugin or an older day knows stays English."""

import datetime

import pytest

from plainbill.acting import Known
from plainbill.case import Case, ExplainResult, Source, read_as
from plainbill.engine import Engine
from plainbill.engine.contained import ContainedEngine
from plainbill.engine.handing import read_known, written_known
from plainbill.engine.telling import tell
from plainbill.knowledge.languages import ENGLISH
from plainbill.settings import Settings
from tests.plainbill_ui.explanation import explanation

TODAY = datetime.date(2025, 6, 1)


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine.start(Settings())


@pytest.fixture(scope="module")
def judged(engine: Engine) -> ExplainResult:
    """The papers of the made-up explanation, as the rules judge them."""
    result = explanation()
    checked = engine.check(result, today=TODAY)
    return result.but(findings=checked.findings, not_assessed=checked.not_assessed)


def test_findings_and_gaps_are_said_in_the_language_at_their_places(engine: Engine, judged: ExplainResult) -> None:
    told = tell(judged, judged.findings, engine, today=TODAY, language="es")

    assert [each.kind for each in told.findings] == [each.kind for each in judged.findings]
    assert "El mismo cargo está más de una vez en la factura" in [each.title for each in told.findings]
    assert len(told.not_assessed) == len(judged.not_assessed)
    assert not {each.ask for each in told.not_assessed} & {each.ask for each in judged.not_assessed}


def test_a_finding_that_the_rules_do_not_have_stays_as_it_is(engine: Engine, judged: ExplainResult) -> None:
    foreign = judged.findings[0].but(kind="acme/moon", title="The moon was billed")

    told = tell(judged, (foreign, *judged.findings), engine, today=TODAY, language="es")

    assert told.findings[0] == foreign
    assert told.findings[1] != judged.findings[0]


def test_an_engine_in_a_process_of_its_own_says_the_same(engine: Engine, judged: ExplainResult) -> None:
    contained = ContainedEngine.start(Settings())
    try:
        there = tell(judged, judged.findings, contained, today=TODAY, language="es")
        known = Known(case=judged.case, findings=there.findings, not_assessed=there.not_assessed)
        report = contained.act(known, today=TODAY, language="es")
        (sheet,) = contained.export(report, {"calls/1-billing-office.txt"}, language="es")
    finally:
        contained.close()

    assert there == tell(judged, judged.findings, engine, today=TODAY, language="es")
    assert report == engine.act(known, today=TODAY, language="es")
    assert "Qué decir: Oficina de facturación" in sheet.content.decode()


def test_in_english_nothing_is_judged_anew(engine: Engine) -> None:
    result = explanation()

    told = tell(result, result.findings, engine, today=None, language=ENGLISH)

    assert (told.findings, told.not_assessed) == (result.findings, result.not_assessed)


def test_a_language_that_nobody_has_is_english(engine: Engine, judged: ExplainResult) -> None:
    assert tell(judged, judged.findings, engine, today=TODAY, language="xx").findings == judged.findings


def test_another_process_is_told_from_where_values_were_read() -> None:
    case = read_as(Case, {"documents": [{"id": "letter", "kind": "letter", "payer": {"name": "Lakeside Health Plan"}}]})
    source = read_as(Source, {"page": 1, "text": "Lakeside Health Plan", "confirmed_by": ["second_reader"]})
    known = Known(case=case, findings=(), not_assessed=(), sources={"documents[0].payer.name": source})

    assert read_known(written_known(known)) == known
