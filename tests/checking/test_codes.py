"""invalid-code: codes that had ended or not begun, that can be no code, and what only looks like one."""

import dataclasses
import datetime
from decimal import Decimal

import pytest

from plainbill.case import Finding
from plainbill.checking import check
from plainbill.checking.codes.forms import is_no_code, is_no_modifier
from plainbill.knowledge.published import PublishedCode
from tests.checking.making import Written, bill, case_of, checked, decided, eob, found, line, own
from tests.checking.publishing import Published

KIND = "invalid-code"


def coded(code: str, day: str = "2024-05-06", **fields: object) -> Written:
    return bill(line("1", code=code, service_date=day, **fields), totals={})


def diagnosed(code: str, day: str = "2024-05-06", **fields: object) -> Written:
    return coded("99213", day, diagnosis_codes=[code], **fields)


def fires(*papers: Written) -> bool:
    return bool(own(checked(*papers), KIND))


def test_a_code_that_had_ended_is_certain() -> None:
    finding = found(checked(coded("99241", charge="160.00")), KIND)

    assert (finding.lines, finding.documents, finding.amount) == (("bill:1",), ("bill",), Decimal("160.00"))
    assert (finding.confidence, finding.category) == ("certain", "coding")
    assert "up to 2022-12-31. The care was on 2024-05-06" in finding.explanation
    assert (finding.tables[0].name, finding.tables[0].entry) == ("code_life", "99241")
    assert finding.tables[0].valid_to == datetime.date(2022, 12, 31)
    assert "2022-12-31" in {entry.value for entry in finding.evidence}


@pytest.mark.parametrize(
    ("code", "last", "next_day"),
    [
        ("99201", "2020-12-31", "2021-01-01"),
        ("99241", "2022-12-31", "2023-01-01"),
        ("99218", "2022-12-31", "2023-01-01"),
        ("99343", "2022-12-31", "2023-01-01"),
        ("99442", "2024-12-31", "2025-01-01"),
        ("G0202", "2017-12-31", "2018-01-01"),
        ("J1030", "2024-03-31", "2024-04-01"),
        ("97001", "2016-12-31", "2017-01-01"),
    ],
)
def test_a_code_holds_up_to_its_last_day(code: str, last: str, next_day: str) -> None:
    assert not fires(coded(code, last))
    assert fires(coded(code, next_day))


@pytest.mark.parametrize(
    ("code", "day_before", "first"),
    [
        ("77067", "2016-12-31", "2017-01-01"),
        ("71046", "2017-12-31", "2018-01-01"),
        ("98012", "2024-12-31", "2025-01-01"),
        ("J1010", "2024-03-31", "2024-04-01"),
        ("90480", "2023-09-10", "2023-09-11"),
    ],
)
def test_a_code_holds_from_its_first_day(code: str, day_before: str, first: str) -> None:
    finding = found(checked(coded(code, day_before)), KIND)

    assert f"from {first} on" in finding.explanation
    assert finding.confidence == "certain"
    assert not fires(coded(code, first))


def test_a_range_of_days_is_wrong_only_where_all_of_it_is() -> None:
    assert not fires(coded("99201", "2020-12-31", service_date_to="2021-01-02"))
    assert fires(coded("99201", "2021-01-01", service_date_to="2021-01-02"))
    assert not fires(coded("77067", "2016-12-31", service_date_to="2017-01-01"))
    assert fires(coded("77067", "2016-12-30", service_date_to="2016-12-31"))


def test_both_days_of_a_range_stand_in_the_evidence() -> None:
    finding = found(checked(coded("99201", "2021-01-01", service_date_to="2021-01-02")), KIND)

    assert {"2021-01-01", "2021-01-02"} <= {entry.value for entry in finding.evidence}


def test_the_plans_paper_is_named_where_it_prints_the_code_too() -> None:
    finding = found(checked(coded("99241"), eob(decided(code="99241"))), KIND)

    assert (finding.lines, finding.documents) == (("bill:1", "eob:1"), ("bill", "eob"))


def test_without_a_day_no_life_is_judged() -> None:
    assert not fires(bill(line("1", code="99241", service_date=None), totals={}))


def test_small_letters_blanks_and_glued_modifiers_are_still_the_code() -> None:
    assert "Code g0202 had" in found(checked(coded("g0202")), KIND).ask
    assert fires(coded("99 241"))
    assert fires(coded("9924125"))
    assert not fires(coded("9921325"))
    assert not fires(coded("99213-25-95"))


@pytest.mark.parametrize(
    "text",
    [
        "9921", "7104", "9999", "6000", "992I3", "99A13", "Z1231", "W1234", "99213A", "99213X2", "99213ZZ", "00000",
        "00099", "99999", "02000", "09999", "69991", "70009", "80000", "80046", "89399", "90280", "99608",
        "10003",
    ],
)  # fmt: skip
def test_what_can_be_no_code(text: str) -> None:
    assert is_no_code(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "99213", "00100", "01999", "10004", "69990", "70010", "79999", "80047", "89398", "90281", "99607", "0001F",
        "0001T", "0001U", "0001M", "G0202", "J1885", "V2020", "D0120", "9921325", "99213GP", "0450", "450", "5012",
        "0361", "123456", "1234567", "12345678901", "470", "0DTJ4ZZ", "10E0XZZ", "4A023N7", "B2111ZZ", "XW033E5",
        "KAGD1", "1AFKS", "HBNC1", "MISC", "PHARM", "LAB123", "J188", "Q40460", "M545", "99213*", "99213/99214", "5999",
        "9921325595",
    ],
)  # fmt: skip
def test_what_may_stand_where_a_code_is_printed(text: str) -> None:
    assert not is_no_code(text)


def test_what_is_no_code_has_no_last_day_among_its_evidence() -> None:
    finding = found(checked(coded("9921")), KIND)

    assert {entry.field for entry in finding.evidence} == {
        "code",
        "charge",
        "description",
        "payer.name",
        "provider.name",
        "service_date",
    }


def test_what_can_be_no_code_is_only_possible() -> None:
    finding = found(checked(coded(" 9921 ")), KIND)

    assert (finding.confidence, finding.tables) == ("possible", ())
    assert "the paper has 9921." in finding.explanation


@pytest.mark.parametrize(("text", "is_none"), [("2", True), ("255", True), ("25", False), ("2559", False), ("", False)])
def test_a_modifier_has_two_signs(text: str, is_none: bool) -> None:
    assert is_no_modifier(text) is is_none
    assert fires(coded("99213", modifiers=[text])) is is_none


def test_a_wrong_modifier_is_only_possible() -> None:
    finding = found(checked(coded("99213", modifiers=["255"])), KIND)

    assert finding.confidence == "possible"
    assert "the mark 255" in finding.explanation


@pytest.mark.parametrize(
    ("code", "last", "next_day"),
    [("M54.5", "2021-09-30", "2021-10-01"), ("R05", "2021-09-30", "2021-10-01"), ("R51", "2020-09-30", "2020-10-01")],
)
def test_a_diagnosis_code_holds_up_to_its_last_day(code: str, last: str, next_day: str) -> None:
    assert not fires(diagnosed(code, last))

    finding = found(checked(diagnosed(code, next_day)), KIND)
    assert (finding.lines, finding.confidence) == (("bill:1",), "certain")
    assert f"up to {last}. The care was on {next_day}" in finding.explanation


def test_a_diagnosis_code_holds_from_its_first_day() -> None:
    assert fires(diagnosed("M54.50", "2021-09-30"))
    assert not fires(diagnosed("M54.50", "2021-10-01"))
    assert not fires(diagnosed("E11.9", "2009-01-01"))


def test_a_diagnosis_code_may_be_printed_without_its_dot() -> None:
    assert "Diagnosis code m545 " in found(checked(diagnosed("m545")), KIND).explanation


def test_the_head_of_a_group_of_diagnoses_is_likely() -> None:
    finding = found(checked(diagnosed("E11")), KIND)

    assert finding.confidence == "likely"
    assert "only the start" in finding.explanation
    assert fires(bill(line("1", service_date=None, diagnosis_codes=["E11"]), totals={}))
    assert not fires(diagnosed("I10"))


def test_a_diagnosis_code_is_one_finding_on_all_papers_of_a_provider() -> None:
    paper = bill(
        line("1", diagnosis_codes=["M54.5"]), line("2", code="97110", diagnosis_codes=["M54.5", "E11.9"]), totals={}
    )
    plan = eob(decided("1", diagnosis_codes=["M54.5"], allowed="110.00"))
    finding = found(checked(paper, plan), KIND)

    assert (finding.lines, finding.documents) == (("bill:1", "bill:2", "eob:1"), ("bill", "eob"))


def test_only_lines_after_the_end_are_named() -> None:
    lines = [
        line("1", service_date="2021-09-30", diagnosis_codes=["M54.5"]),
        line("2", service_date="2021-10-04", diagnosis_codes=["M54.5"]),
    ]
    finding = found(checked(bill(*lines, totals={})), KIND)

    assert finding.lines == ("bill:2",)
    assert "on 2021-10-04" in finding.explanation


def test_the_first_of_the_wrong_days_is_named() -> None:
    lines = [line(str(n), service_date=f"2024-05-0{n}", diagnosis_codes=["M54.5"]) for n in (7, 6, 8)]

    assert "on 2024-05-06" in found(checked(bill(*lines, totals={})), KIND).explanation


def test_a_diagnosis_at_the_head_is_judged_by_the_days_of_the_paper() -> None:
    finding = found(checked(bill(line(), totals={}, diagnosis_codes=["E11.9", "M54.5"])), KIND)
    two_days = [line("1", service_date="2021-09-30"), line("2", service_date="2021-10-01")]

    assert (finding.lines, finding.documents) == ((), ("bill",))
    assert ("diagnosis_codes[1]", "M54.5") in {(entry.field, entry.value) for entry in finding.evidence}
    assert not fires(bill(*two_days, totals={}, diagnosis_codes=["M54.5"]))
    assert not fires(bill(line(service_date=None), totals={}, diagnosis_codes=["M54.5"]))


def test_the_last_day_of_a_stay_decides_which_diagnosis_codes_hold() -> None:
    stay = [line("1", service_date="2021-09-29", diagnosis_codes=["M54.50"]), line("2", service_date="2021-10-02")]
    paper = bill(*stay, totals={})

    assert not fires({**paper, "bill_type": "0111"})
    assert fires(paper)


@pytest.mark.parametrize("reason", ["181", "182", "146", "189"])
def test_the_plans_own_word_on_a_code_is_another_finding(reason: str) -> None:
    refused = decided("1", f"CO-{reason} 180.00", "0.00", code="99241", status="denied")

    assert not fires(coded("99241"), eob(refused))
    assert fires(coded("99241"), eob({**refused, "adjustments": [{"group": "CO", "reason": "197"}]}))


@pytest.mark.parametrize("remark", ["M20", "M51", "M84", "N56", "N65", "N657"])
def test_a_remark_on_the_code_counts_as_the_plans_word(remark: str) -> None:
    refused = decided("1", "CO-16 180.00", "0.00", code="99241", status="denied", remarks=[{"code": remark}])

    assert not fires(eob(refused))


@pytest.mark.parametrize(
    ("code", "fires_anyway"),
    [("146", False), ("11", True), ("M76", False), ("M64", False), ("MA63", False), ("M62", True)],
)
def test_the_plans_own_word_on_a_diagnosis_is_another_finding(code: str, fires_anyway: bool) -> None:
    refused = decided("1", "CO-16 180.00", "0.00", status="denied", remarks=[{"code": code}])
    if code.isdigit():
        refused = decided("1", f"CO-{code} 180.00", "0.00", status="denied")
    on_line = eob({**refused, "diagnosis_codes": ["M54.5"]})

    assert fires(diagnosed("M54.5"), on_line) is fires_anyway
    assert fires(eob(refused, diagnosis_codes=["M54.5"])) is fires_anyway


def test_a_line_that_only_the_plan_shows_is_judged_once() -> None:
    plan = eob(decided("1", code="99241", allowed="110.00"))

    assert found(checked(plan), KIND).lines == ("eob:1",)
    assert found(checked(coded("99241"), plan), KIND).lines == ("bill:1", "eob:1")


def entry(code: str, first: str | None = None, last: str | None = None) -> PublishedCode:
    return PublishedCode(
        code=code,
        descriptor="words of the list",
        edition_from=datetime.date(2024, 1, 1),
        table="HCPCS 2025-01",
        source="CMS",
        valid_from=datetime.date.fromisoformat(first) if first else None,
        valid_to=datetime.date.fromisoformat(last) if last else None,
    )


MILES = entry("A0425")


def by_published(paper: Written, *codes: PublishedCode) -> list[Finding]:
    return [
        finding for finding in check(case_of(paper), tables=Published(codes=codes)).findings if finding.kind == KIND
    ]


def test_a_published_life_goes_before_the_built_in_one() -> None:
    assert by_published(coded("J1030"), MILES, entry("J1030")) == []
    assert by_published(coded("J1030"), MILES, entry("J1030", last="2024-05-06")) == []

    (finding,) = by_published(coded("J1030"), MILES, entry("J1030", last="2024-05-05"))
    assert (finding.confidence, finding.tables[0].name) == ("certain", "HCPCS 2025-01")
    assert finding.tables[0].valid_to == datetime.date(2024, 5, 5)


def test_a_published_code_that_had_not_begun_is_found() -> None:
    (finding,) = by_published(coded("J1030"), MILES, entry("J1030", first="2024-05-07"))

    assert "from 2024-05-07 on" in finding.explanation
    assert by_published(coded("J1030"), MILES, entry("J1030", first="2024-05-06")) == []


def test_a_code_that_the_published_list_lacks_is_only_possible() -> None:
    (finding,) = by_published(coded("G9876"), MILES)

    assert (finding.confidence, [use.name for use in finding.tables]) == ("possible", ["HCPCS 2025-01"])
    assert "not in the list" in finding.explanation


@pytest.mark.parametrize("code", ["99213", "D0120", "0001T"])
def test_codes_of_other_lists_are_not_missed(code: str) -> None:
    assert by_published(coded(code), MILES) == []


def test_a_list_without_its_oldest_code_is_not_there() -> None:
    assert by_published(coded("G9876")) == []
    assert len(by_published(coded("99241"), MILES)) == 1


def test_a_file_says_nothing_of_a_code_before_its_own_first_day_nor_of_one_that_our_list_knows() -> None:
    later = dataclasses.replace(MILES, edition_from=datetime.date(2024, 5, 7))

    assert by_published(coded("G9876"), later) == []
    (finding,) = by_published(coded("G0202", "2019-05-05"), MILES)
    assert (finding.confidence, finding.tables[0].name) == ("certain", "code_life")


@pytest.mark.parametrize("words", ["CO-B18 180.00", "CO-181 180.00"])
def test_what_the_plan_says_of_a_code_is_not_said_again(words: str) -> None:
    refused = decided("1", words, "0.00", code="99241", status="denied")

    assert [finding.rule for finding in checked(eob(refused)).findings if finding.kind == KIND] == ["denied-coding/1"]


def test_a_file_says_nothing_of_care_that_began_before_its_first_day() -> None:
    later = dataclasses.replace(MILES, edition_from=datetime.date(2024, 5, 7))

    assert by_published(coded("G9876", service_date_to="2024-05-08"), later) == []
