"""unbundled-pair by the edits that CMS publishes, which go before the built-in list."""

import datetime
from collections.abc import Mapping

import pytest

from plainbill.case import Finding
from plainbill.checking import check
from plainbill.knowledge.published import PairEdit
from tests.checking.making import Written, bill, case_of, line, pair
from tests.checking.publishing import Published

KIND = "unbundled-pair"


def by_published(paper: Written, **edit: object) -> tuple[Finding | None, list[tuple[object, ...]]]:
    values: Mapping[str, object] = {"column_one": "94060", "column_two": "94010", "modifier_helps": True, **edit}
    tables = Published(edit=PairEdit(table="NCCI 2024q2", source="CMS", **values))  # type: ignore[arg-type]  # tests name only what differs
    findings = [finding for finding in check(case_of(paper), tables=tables).findings if finding.kind == KIND]
    return (findings[0] if findings else None), [asked for asked in tables.asked if len(asked) == 4]


def test_a_published_pair_goes_before_the_built_in_one() -> None:
    finding, asked = by_published(pair(), valid_from=datetime.date(2024, 4, 1))

    assert finding is not None
    assert (finding.tables[0].name, finding.tables[0].entry) == ("NCCI 2024q2", "94060/94010")
    assert finding.tables[0].valid_from == datetime.date(2024, 4, 1)
    assert "Medicare puts out" in finding.explanation
    assert len(finding.tables) == 1
    assert asked == [("94010", "94060", datetime.date(2024, 5, 6), "practitioner")]


def test_a_published_pair_says_which_code_is_the_part() -> None:
    finding, _ = by_published(pair(), column_one="94010", column_two="94060")

    assert finding is not None
    assert "hold on 94060" in finding.next_step


def test_a_published_pair_says_whether_a_modifier_helps() -> None:
    assert by_published(pair(modifiers=["59"]))[0] is None
    assert by_published(pair(modifiers=["59"]), modifier_helps=False)[0] is not None
    assert (
        by_published(pair("29881", "29877", first={"modifiers": ["RT"]}), column_one="29881", column_two="29877")[0]
        is None
    )
    visit = pair("11719", "99213", first={"modifiers": ["RT"]})
    assert by_published(visit, column_one="11719", column_two="99213")[0] is not None


@pytest.mark.parametrize("visit", ["99202", "99499", "92002", "92014", "G0402", "G0438", "G0439"])
def test_a_side_on_a_procedure_says_nothing_of_a_visit_in_a_published_pair(visit: str) -> None:
    paper = pair("11719", visit, first={"modifiers": ["RT"]})

    finding, _ = by_published(paper, column_one="11719", column_two=visit)
    unmarked, _ = by_published(pair("11719", visit), column_one="11719", column_two=visit)
    assert finding is not None
    assert unmarked is not None
    assert (finding.confidence, unmarked.confidence) == ("likely", "possible")


@pytest.mark.parametrize(("code", "is_judged"), [("00100", False), ("01999", False), ("10021", True)])
def test_sleep_medicine_is_no_pair_in_a_published_list(code: str, is_judged: bool) -> None:
    assert (by_published(pair("94060", code), column_two=code)[0] is not None) is is_judged


def test_a_hospitals_lines_are_looked_up_as_a_hospitals() -> None:
    assert by_published(pair(revenue_code="0460"))[1][0][3] == "outpatient_hospital"
    assert by_published(pair(first={"revenue_code": "0460"}))[1][0][3] == "outpatient_hospital"


def test_a_day_with_very_many_codes_is_looked_up_in_the_built_in_list_only() -> None:
    others = [line(str(n), code=f"{50000 + n}") for n in range(3, 41)]
    full, too_full = others, [*others, line("41", code="50041")]

    assert len(by_published(bill(*pair()["lines"], *full, totals={}))[1]) == 40 * 39 // 2
    finding, asked = by_published(bill(*pair()["lines"], *too_full, totals={}))
    assert asked == []
    assert finding is not None
    assert finding.tables[0].name == "service_pairs"
