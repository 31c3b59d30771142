"""Rules of plugins: what they find stands behind what plainbill finds, and has to rest on the papers."""

from importlib.metadata import EntryPoint

import pytest

from plainbill.case import Case, Finding, ReadResult, Source, read_as, write_json
from plainbill.checking import check
from plainbill.engine.checking import check_case
from plainbill.plugins.asking import Plugins
from plainbill.plugins.loading import load_plugins
from plainbill.plugins.records import Failure
from tests.example_cases import OWN, worked_cases
from tests.plugins.shelf.rules import KIND, _case

CASE = _case("FACILITY FEE")
CASES = [read_as(Case, worked.case) for worked in worked_cases(OWN) if not worked.is_refused]


def asked() -> tuple[Plugins, list[Failure]]:
    failures: list[Failure] = []
    entries = [EntryPoint("rules", "tests.plugins.shelf.rules", "plainbill")]
    return Plugins(load_plugins(entries=entries), failures.append), failures


def read(case: Case, *, confirmed: bool | None = None) -> ReadResult:
    if confirmed is None:
        return ReadResult(case=case, sources={}, pages=())
    source = Source(page=0, box=(1, 2, 3, 4), text="FACILITY FEE", confirmed_by=("text_layer",) if confirmed else ())
    return ReadResult(case=case, sources={"documents[0].lines[0].description": source}, pages=())


def added(result: ReadResult, off: tuple[str, ...] = ()) -> tuple[list[Finding], list[Failure]]:
    plugins, failures = asked()
    found = check_case(result, plugins, off=off).findings
    return [finding for finding in found if finding.kind == KIND], failures


def test_what_a_rule_finds_carries_the_plugin_the_rule_and_its_version() -> None:
    (finding,), _ = added(read(CASE))
    assert finding.rule == "rules:fees/1"
    assert finding.lines == ("bill:1",)
    assert finding.reading == "confirmed"


def test_places_and_doubts_are_the_engines_own() -> None:
    (sure,), _ = added(read(CASE, confirmed=True))
    (doubtful,), _ = added(read(CASE, confirmed=False))
    assert (sure.reading, doubtful.reading) == ("confirmed", "check_photo")
    assert doubtful.evidence[0].box == (1, 2, 3, 4)
    assert doubtful.explanation != sure.explanation


def test_what_the_papers_do_not_bear_out_is_left_out_and_its_rule_is_named() -> None:
    _, failures = added(read(CASE))
    told = [(failure.hook, failure.kind, failure.where.split(":")[0]) for failure in failures]
    assert told == [
        ("register_rules", "bad return", ".kinds"),
        ("check of lies", "bad return", "[7]"),
        ("check of lies", "unfounded finding", ".kind"),
        ("check of lies", "unfounded finding", ".documents"),
        ("check of lies", "unfounded finding", ".lines"),
        ("check of lies", "unfounded finding", ".evidence"),
        ("check of lies", "unfounded finding", ".evidence[0]"),
        ("check of lies", "unfounded finding", ".evidence[0]"),
        ("check of lies", "unfounded finding", ".title, .explanation, .ask or .next_step"),
        ("check of raises", "ValueError", "rules.py"),
    ]


def test_a_rule_that_is_turned_off_is_silent() -> None:
    assert added(read(CASE), off=("rules:fees",))[0] == []


def test_a_rule_of_plainbill_can_be_turned_off_too() -> None:
    case = next(case for case in CASES if check(case).findings)
    rule = check(case).findings[0].rule
    plugins, _ = asked()
    left = check_case(read(case), plugins, off=(rule.rpartition("/")[0],)).findings
    assert rule not in {finding.rule for finding in left}


@pytest.mark.parametrize("place", range(3))
def test_what_plainbill_itself_finds_stays_the_same_to_the_byte(place: int) -> None:
    plugins, _ = asked()
    case = CASES[place]
    result = check_case(read(case), plugins)
    own = tuple(finding for finding in result.findings if finding.kind != KIND)
    assert write_json(result.but(findings=own)) == write_json(check(case))
