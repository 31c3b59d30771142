"""The tables of reason and remark codes: each names kinds of the catalogue and says plainly what the plan means."""

import re
from collections import Counter

import pytest

from plainbill.case import CATALOGUE
from plainbill.describing.readability import reading_grade
from plainbill.knowledge.tables import Row, read_table

HARDEST_GRADE = 7.0
# Words that stand on the papers themselves; a patient has to know them to find the number.
ON_THE_PAPER = frozenset({"deductible", "coinsurance", "copay", "medicare", "medicaid"})
JARGON = re.compile(
    r"\b(adjudicat\w*|modifier|CARC|RARC|contractual|remittance|subscriber|beneficiary|liabilit\w+|payer)\b",
    re.IGNORECASE,
)
# Roles that say by themselves why the line was cut: no finding follows from the code alone.
WITHOUT_A_KIND = ("cost_share", "discount", "reporting", "prior_payer", "paid_to_member", "not_collectable")


def reasons() -> tuple[Row, ...]:
    return read_table("adjustment_reasons")


def remarks() -> tuple[Row, ...]:
    return read_table("remark_codes")


def kinds_by_remark(row: Row) -> tuple[str, ...]:
    return () if row["by_remark"] == "any" else tuple(row["by_remark"].split())


def test_every_reason_stands_once_written_as_it_is_looked_up() -> None:
    codes = [row["reason"] for row in reasons()]

    assert [code for code, count in Counter(codes).items() if count > 1] == []
    assert [code for code in codes if not re.fullmatch(r"[A-Z]?[1-9][0-9]*|A0", code)] == []


def test_all_reasons_are_there_with_the_ended_ones() -> None:
    ended = {row["reason"] for row in reasons() if row["ended"] == "yes"}

    assert len(reasons()) >= 407
    assert {row["ended"] for row in reasons()} == {"", "yes"}
    assert {"15", "62", "165", "B5"} <= ended
    assert not ended & {"16", "97", "197", "252", "288", "B7"}


def test_every_kind_is_one_of_the_catalogue() -> None:
    kinds = {row["kind"] for row in reasons()} | {kind for row in reasons() for kind in kinds_by_remark(row)}

    assert kinds - {""} - set(CATALOGUE) == set()


def test_a_remark_moves_a_reason_only_to_another_kind() -> None:
    assert [row["reason"] for row in reasons() if row["kind"] in kinds_by_remark(row)] == []


def test_a_refusal_has_a_kind_and_what_is_no_refusal_has_none() -> None:
    assert [row["reason"] for row in reasons() if row["role"] == "denied" and not row["kind"]] == []
    assert [row["reason"] for row in reasons() if row["role"] in WITHOUT_A_KIND and row["kind"]] == []


def test_every_reason_with_a_kind_says_what_to_ask() -> None:
    assert [row["reason"] for row in reasons() if row["kind"] and not row["ask"].endswith((".", "?"))] == []


def test_every_flip_names_a_kind_or_a_next_step_after_its_fact() -> None:
    assert [
        row["reason"]
        for row in reasons()
        if row["flips"] and any(": " not in flip for flip in row["flips"].split("; ")) and "counts" not in row["flips"]
    ] == []


def test_a_meaning_can_stand_behind_the_words_the_plan_s_reason() -> None:
    odd = [
        row["reason"]
        for row in reasons()
        if not row["meaning"]
        or row["meaning"].endswith(".")
        or (row["meaning"][0].isupper() and not row["meaning"].startswith("Medicare"))
    ]

    assert odd == []


def test_every_text_can_be_read_at_twelve() -> None:
    texts = {row["reason"]: (f"The plan's reason: {row['meaning']}.", row["ask"]) for row in reasons()}

    hard = {code: text for code, both in texts.items() for text in both if _grade(text) > HARDEST_GRADE}

    assert hard == {}


def test_no_text_holds_a_figure_or_a_word_of_the_trade() -> None:
    odd = [
        row["reason"]
        for row in reasons()
        for text in (row["meaning"], row["ask"])
        if re.search(r"\d", text) or JARGON.search(text)
    ]

    assert odd == []


@pytest.mark.parametrize(
    ("reason", "kind"),
    [
        ("4", "denied-code-combination"), ("11", "diagnosis-does-not-support"), ("18", "duplicate-line"),
        ("22", "wrong-payer"), ("27", "not-eligible"), ("29", "late-filing"), ("31", "member-id-mismatch"),
        ("50", "medical-necessity"), ("55", "experimental"), ("96", "not-covered"), ("97", "denied-code-combination"),
        ("109", "wrong-payer"), ("119", "benefit-limit"), ("146", "invalid-code"), ("147", "provider-enrollment"),
        ("197", "authorization-required"), ("207", "provider-enrollment"), ("227", "coordination-of-benefits"),
        ("231", "denied-code-combination"), ("242", "out-of-network"), ("251", "documentation-requested"),
        ("252", "documentation-requested"), ("284", "authorization-differs"), ("288", "referral-missing"),
        ("296", "authorization-missing"), ("B7", "provider-enrollment"), ("B16", "new-patient-established"),
    ],
)  # fmt: skip
def test_a_reason_points_to_its_kind(reason: str, kind: str) -> None:
    assert [row["kind"] for row in reasons() if row["reason"] == reason] == [kind]


def test_every_remark_stands_once_and_points_to_a_kind_of_the_catalogue_or_to_none() -> None:
    codes = [row["remark"] for row in remarks()]

    assert [code for code, count in Counter(codes).items() if count > 1] == []
    assert [code for code in codes if not re.fullmatch(r"(M|MA|N)[0-9]+", code)] == []
    assert {row["kind"] for row in remarks()} - {""} - set(CATALOGUE) == set()
    assert {row["alert"] for row in remarks()} == {"", "yes"}


def test_every_remark_is_said_in_plain_words() -> None:
    odd = {
        row["remark"]: row["meaning"]
        for row in remarks()
        if not row["meaning"]
        or row["meaning"].endswith(".")
        or row["meaning"][0].isupper()
        or re.search(r"\d", row["meaning"])
        or JARGON.search(row["meaning"])
        or _grade(f"The plan's reason: {row['meaning']}.") > HARDEST_GRADE
    }

    assert odd == {}


@pytest.mark.parametrize(
    ("remark", "kind", "alert"),
    [
        ("M15", "denied-code-combination", ""), ("M51", "invalid-code", ""), ("M62", "authorization-missing", ""),
        ("M76", "diagnosis-does-not-support", ""), ("M127", "documentation-requested", ""),
        ("MA36", "member-id-mismatch", ""),
        ("N22", "code-mismatch", "yes"), ("N54", "authorization-differs", ""), ("N95", "provider-enrollment", ""),
        ("N115", "medical-necessity", ""), ("N179", "coordination-of-benefits", ""), ("N362", "units-implausible", ""),
        ("N522", "duplicate-line", ""), ("N640", "benefit-limit", ""), ("N822", "missing-modifier", ""),
        ("N823", "missing-modifier", ""), ("N864", "surprise-balance-bill", "yes"),
        ("N879", "surprise-balance-bill", "yes"),
        ("N882", "", "yes"), ("MA01", "", "yes"), ("MA13", "", "yes"), ("MA130", "", ""),
    ],
)  # fmt: skip
def test_a_remark_points_to_its_kind(remark: str, kind: str, alert: str) -> None:
    assert [(row["kind"], row["alert"]) for row in remarks() if row["remark"] == remark] == [(kind, alert)]


def _grade(text: str) -> float:
    return reading_grade(text, ON_THE_PAPER)
