"""The bench of describing: what counts as right, as invented and as a wrong letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.describing import Described, grade_of, share
from bench.invented import invented
from bench.judged_lines import Judgment
from bench.misreading import misread
from plainbill.case import Translation


def said(group: str, *, vague: bool = False, plain: str = "A thing.") -> Translation:
    confidence = 0.4 if vague else 0.8
    return Translation.model_validate(
        {
            "plain": plain, "group": group, "basis": "description", "confidence": confidence, "vague": vague,
            "source": "made/up",
        }
    )  # fmt: skip


def judged(group: str, *also: str, vague: bool = False) -> Judgment:
    return Judgment(group=group, second=group, also=frozenset(also), vague=vague, meaning="", note="")  # type: ignore[arg-type]  # groups of the contract


@pytest.mark.parametrize(
    ("judgment", "translation", "verdict"),
    [
        (judged("lab"), said("lab"), "right"),
        (judged("lab", "drug"), said("drug"), "as good"),
        (judged("lab"), said("drug"), "wrong"),
        (judged("lab"), said("lab", vague=True), "open"),
        (judged("procedure", vague=True), said("other", vague=True), "right"),
        (judged("procedure", vague=True), said("procedure"), "wrong"),
    ],
)
def test_a_verdict_tells_right_from_as_good_open_and_wrong(
    judgment: Judgment, translation: Translation, verdict: str
) -> None:
    assert Described(line="XYZ", judged=judgment, said=translation).verdict == verdict


def test_a_share_counts_the_verdicts_that_are_named() -> None:
    described = [Described(line="A", judged=judged("lab"), said=said(group)) for group in ("lab", "lab", "drug", "fee")]

    assert share(described, "right") == 0.5
    assert share(described, "right", "wrong") == 1


@pytest.mark.parametrize(
    ("line", "plain", "details"),
    [
        ("XR ANKLE RT", "X-ray pictures of the right ankle (2 views). They show bones.", ("2", )),
        ("XR ANKLE RT", "X-ray pictures of the left ankle. They show bones.", ("left", )),
        ("XR HAND", "X-ray pictures of the knee. They show bones.", ("knee", )),
        ("XR HAND 2V LT", "X-ray pictures of the left hand (2 views). They show bones.", ()),
        ("CT HEAD WO", 'A CT scan of the head (without contrast dye). Our tables do not know "KNEE".', ()),
    ],
)  # fmt: skip
def test_a_detail_that_the_line_does_not_give_is_found(line: str, plain: str, details: tuple[str, ...]) -> None:
    assert invented(line, said("imaging", plain=plain)) == details


def test_what_a_medicine_is_for_is_no_detail_of_the_line() -> None:
    assert invented("DIGOXIN TAB", said("drug", plain="Digoxin, a medicine for the heart. It is given.")) == ()


@given(st.lists(st.sampled_from(["XR", "ANKLE", "CHEST", "99284", "W/O", "RT"]), min_size=1, max_size=5), st.integers())
def test_wrong_letters_stand_in_one_word_and_change_no_code(words: list[str], seed: int) -> None:
    line = " ".join(words)

    misread_line = misread(line, seed, letters=2, alike=True)

    changed = [(old, new) for old, new in zip(words, misread_line.split(" "), strict=True) if old != new]
    assert len(changed) <= 1
    assert all(old.isalpha() and len(old) == len(new) for old, new in changed)
    assert misread_line == misread(line, seed, letters=2, alike=True)


def test_as_many_letters_are_wrong_as_asked_for() -> None:
    for letters in (1, 2):
        misread_line = misread("ULTRASOUND", 3, letters=letters, alike=False)
        assert sum(old != new for old, new in zip("ULTRASOUND", misread_line, strict=True)) == letters


def test_printed_words_and_names_of_medicines_are_explained_by_their_text() -> None:
    explained = grade_of("Hydrochlorothiazide, a medicine for high blood pressure. It is given as a tablet.")
    assert explained < 5 < grade_of("Administration of intravenous hydrochlorothiazide. It is given as a tablet.")
