"""Letters: plain, without threats, on what is proven, and naming only rules that the table has."""

import re

import pytest

from plainbill.acting.letters import Letter
from plainbill.acting.texts import key, names_in
from plainbill.case import Case, read_as
from plainbill.describing.readability import reading_grade
from plainbill.knowledge.tables import read_table
from tests.acting.making import TODAY, acted, cases, report_of, typed, words_of
from tests.checking.making import bill, decided, eob, line

LAWS = re.compile(r"\d+ CFR \d[\d.]*\d(?:\(\w\))*(?:-\d+(?:\.\d+)?)?(?:\(\w\))*|Social Security Act [\w()]+|\d+ FR \d+")
THREATS = re.compile(
    r"(?i)\b(lawyer|attorney|sue|lawsuit|legal action|court|report you|complaint|fraud|illegal|violat\w*|penalt\w*"
    r"|demand\w*|must)\b"
)
TWICE = bill(line("1"), line("2"), totals={"charges": "360.00", "balance_due": "360.00"})


def own_words(letter: Letter) -> str:
    """What a letter says, without addresses, lines of the papers and names of laws."""
    asked = (point.said for point in letter.points if point.said)
    said = [*letter.opening, *asked, *letter.asks, *letter.rules, *letter.closing]
    return LAWS.sub("it", " ".join(sentence.text for sentence in said))


@pytest.mark.parametrize("name", sorted(name for name in cases() if report_of(name).letters))
def test_letters_are_read_with_ease_and_threaten_nobody(name: str) -> None:
    for letter in report_of(name).letters:
        assert reading_grade(own_words(letter)) <= 6
        assert not THREATS.search(own_words(letter))


@pytest.mark.parametrize("name", sorted(name for name in cases() if report_of(name).letters))
def test_a_law_in_a_letter_stands_in_the_table_of_rights(name: str) -> None:
    known = " ".join(row["source"] for row in read_table("rights"))
    for letter in report_of(name).letters:
        for sentence in letter.rules:
            assert sentence.tables
            assert all(use.source in sentence.text for use in sentence.tables)
            assert set(LAWS.findall(sentence.text)) <= set(LAWS.findall(known))


@pytest.mark.parametrize("name", [name for name in names_in("letters") if name != "letter"])
def test_the_desk_of_a_letter_is_one_that_answers(name: str) -> None:
    assert key("letters", name, "to") in ("clinician_or_coder", "billing_office", "payer")


def test_a_letter_on_values_that_nobody_confirmed_is_not_written() -> None:
    assert acted(read_as(Case, {"documents": [TWICE]}), doubtful=True).letters == ()


def test_an_appeal_names_the_reason_and_asks_for_it_in_writing() -> None:
    denied = decided("1", "PR-50 180.00", "0.00", status="denied")

    (appeal,) = (each for each in typed(eob(denied)).letters if each.name == "appeal")

    assert "reason PR-50" in appeal.points[0].lines[0].text
    assert any("the reason in writing" in ask.text for ask in appeal.asks)
    assert appeal.to[0].text == "Harbor Lantern Health Plan"


def test_a_letter_asks_an_office_only_what_is_its_own_to_answer() -> None:
    denied = decided("1", "PR-50 180.00", "0.00", status="denied")

    letters = {each.name: each for each in typed(eob(denied)).letters}

    assert letters["record-request"].points[0].lines
    assert letters["record-request"].points[0].said is None
    assert letters["appeal"].points[0].said is not None


@pytest.mark.parametrize(
    ("payer", "rule"),
    [
        ("Medicare", "42 CFR 405.942"),
        ("Plumtree Medicare Advantage", "42 CFR 422.582"),
        ("Plumtree Medicaid Plan", "42 CFR 438.402(c)"),
        ("Harbor Lantern Health Plan", "29 CFR 2560.503-1(h)"),
        ("Harbor Medicare Health", ""),
    ],
)
def test_an_appeal_names_the_rule_of_the_kind_of_plan_that_the_name_tells(payer: str, rule: str) -> None:
    denied = decided("1", "PR-50 180.00", "0.00", status="denied")

    (appeal,) = (each for each in typed(eob(denied, payer={"name": payer})).letters if each.name == "appeal")

    of_appeals = [sentence.text for sentence in appeal.rules if "copies of the file" not in sentence.text]
    assert len(of_appeals) == (1 if rule else 0)
    assert all(rule in said for said in of_appeals)


@pytest.mark.parametrize(("payer", "named"), [("Harbor Lantern Health Plan", True), ("Plumtree Medicaid Plan", False)])
def test_the_rule_on_the_file_is_named_to_private_plans_alone(payer: str, named: bool) -> None:
    denied = decided("1", "PR-50 180.00", "0.00", status="denied")

    (appeal,) = (each for each in typed(eob(denied, payer={"name": payer})).letters if each.name == "appeal")

    assert named == any("2560.503-1(h)(2)(iii)" in sentence.text for sentence in appeal.rules)
    assert any("your whole file" in ask.text for ask in appeal.asks)


def test_each_office_gets_its_own_letter() -> None:
    other = {**TWICE, "id": "other", "provider": {"name": "Elm Street Labs"}}
    other["lines"] = [line("1", code="80053", charge="40.00"), line("2", code="80053", charge="40.00")]
    other["totals"] = {"charges": "80.00", "balance_due": "80.00"}

    letters = [each for each in typed(TWICE, other).letters if each.name == "account-correction"]

    assert [(each.to[0].text, len(each.points)) for each in letters] == [
        ("Willow Brook Clinic", 1),
        ("Elm Street Labs", 1),
    ]


def test_an_office_that_is_written_in_two_ways_gets_one_letter() -> None:
    other = {**TWICE, "id": "other", "provider": {"name": "WILLOW BROOK CLINIC, LLC"}, "document_date": "2024-07-01"}
    other["lines"] = [line("1", code="80053", charge="40.00"), line("2", code="80053", charge="40.00")]
    other["totals"] = {"charges": "80.00", "balance_due": "80.00"}

    (letter,) = (each for each in typed(TWICE, other).letters if each.name == "account-correction")

    assert len(letter.points) == 2


def test_a_hold_needs_a_bill() -> None:
    denied = decided("1", "CO-197 180.00", "0.00", status="denied")

    assert "hold" not in [letter.name for letter in typed(eob(denied)).letters]
    assert "hold" in [letter.name for letter in typed(TWICE).letters]


def test_a_bill_that_asks_nothing_needs_no_hold() -> None:
    paid = bill(line("1"), line("2"), totals={"charges": "360.00", "balance_due": "0.00"})

    assert "hold" not in [letter.name for letter in typed(paid).letters]


def test_the_day_of_a_letter_is_given_or_left_blank() -> None:
    assert "December 1, 2024" in words_of(typed(TWICE, today=TODAY), "letter")
    assert "Date" in words_of(typed(TWICE), "letter").splitlines()


def test_a_plan_that_decides_first_gets_no_letter_meant_for_the_office() -> None:
    report = report_of("eob-line-off")

    assert {finding.acts_first for finding in report.findings if finding.category != "info"} == {"payer"}
    assert "account-correction" not in [letter.name for letter in report.letters]


def test_the_rule_on_estimates_comes_with_its_figures() -> None:
    (letter,) = (each for each in report_of("est-exactly-400").letters if each.name == "estimate-dispute")

    assert "45 CFR 149.620" in letter.rules[0].text
    assert "$400.00" in letter.rules[0].text and "120 days" in letter.rules[0].text


@pytest.mark.parametrize(("payer", "named"), [("Medicare", True), ("Plumtree Medicare Advantage", False)])
def test_the_rule_for_people_with_medicare_is_named_to_them_alone(payer: str, named: bool) -> None:
    sums = {**bill(totals={"charges": "180.00", "balance_due": "180.00"}), "lines": [], "payer": {"name": payer}}

    (letter,) = (each for each in typed(sums).letters if each.name == "itemized-bill")

    assert named == any("Social Security Act" in sentence.text for sentence in letter.rules)
