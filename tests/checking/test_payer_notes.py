"""A payer's own notes in checking: which of several meanings counts, and where it comes from."""

import datetime

import pytest

from plainbill.case import CheckResult
from plainbill.checking import check
from plainbill.knowledge.payer_meanings import CodeMeaning
from tests.checking.making import case_of, eob
from tests.checking.refusing import refused

READ = datetime.date(2026, 11, 28)


def meaning(kind: str, *, code: str = "", text: str = "") -> CodeMeaning:
    return CodeMeaning(
        code=code,
        text=text,
        payer="Acme",
        kind=kind,
        meaning="You had too many.",
        source="Guide",
        read=READ,
        table="acme",
    )


def checked(remark: dict[str, str], *meanings: CodeMeaning) -> CheckResult:
    paper = eob(refused("", remarks=[remark]))
    return check(case_of(paper), meanings={paper["id"]: meanings} if meanings else {})


def kind_and_table(result: CheckResult) -> tuple[str, list[str]]:
    (finding,) = (each for each in result.findings if each.category != "info")
    return finding.kind, [f"{use.name}: {use.entry}" for use in finding.tables]


def test_a_code_that_no_table_has_is_unspecified_until_its_payer_is_known() -> None:
    assert kind_and_table(checked({"code": "Q17"})) == ("denied-unspecified", [])
    known = checked({"code": "Q17"}, meaning("benefit-limit", code="q-17"))
    assert kind_and_table(known) == ("benefit-limit", ["acme: q-17"])
    assert any("You had too many" in finding.explanation for finding in known.findings)
    assert [use.source for finding in known.findings for use in finding.tables] == ["Guide (read 2026-11-28)"]


def test_the_official_table_of_codes_goes_before_a_payer() -> None:
    kind, tables = kind_and_table(checked({"code": "N115"}, meaning("benefit-limit", code="N115")))

    assert (kind, tables) == ("medical-necessity", ["remark_codes: N115"])


def test_a_payers_own_phrase_goes_before_what_such_words_mean_in_general() -> None:
    text = "Payment is denied because the ambulance company is not approved by us."

    in_general, _ = kind_and_table(checked({"text": text}))
    own, tables = kind_and_table(checked({"text": text}, meaning("provider-enrollment", text=text.upper())))

    assert in_general != "provider-enrollment"
    assert (own, tables) == ("provider-enrollment", ["acme: provider-enrollment"])


@pytest.mark.parametrize("kind", ["", "cost-share"])
def test_a_note_that_refuses_nothing_is_no_reason(kind: str) -> None:
    found, _ = kind_and_table(checked({"code": "Q17"}, meaning(kind, code="Q17")))

    assert found == "denied-unspecified"


def test_what_is_known_of_one_paper_says_nothing_of_another() -> None:
    paper = eob(refused("", remarks=[{"code": "Q17"}]))

    result = check(case_of(paper), meanings={"another": (meaning("benefit-limit", code="Q17"),)})

    assert kind_and_table(result) == ("denied-unspecified", [])
