"""The editors' check of what findings say: every fault with the key of its text, and nothing of a sound file."""

from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainbill.dictionary import check_finding_texts

SOUND = """
[moon-charge.twice]
title = "The moon stands here twice"
explanation = "The bill of {provider} asks {amount} for the moon. It stands on two lines."
ask = "Which of the two lines for the moon is right?"
next_step = "Call the billing office of {provider}. Ask them to hold {amount}."

[[moon-charge.settles]]
question = "Did you see the moon more than once?"
answers = [
    { answer = "No.", moves_to = "confirmed" },
    { answer = "Yes.", moves_to = { kind = "modifier", category = "payer" } },
]
"""


def faults(written: str) -> list[str]:
    return [f"{fault.path}: {fault.message}" for fault in check_finding_texts(written).faults]


def test_a_sound_file_is_counted_by_its_texts() -> None:
    checked = check_finding_texts(SOUND)

    assert (checked.entries, checked.faults) == (7, ())


@pytest.mark.parametrize(
    ("written", "instead", "said"),
    [
        ("Ask them to hold {amount}.", "Do not pay {amount}.", "moon-charge.twice.next_step: tells the reader to pay"),
        ("It stands on two lines.", "You will get your money back.", "moon-charge.twice.explanation: promises"),
        ("stands here twice", "has a modifier", "moon-charge.twice.title: does not explain “modifier”"),
        ("Did you see the moon more", "Was it a debridement more", "moon-charge.settles[1].question: does not explain"),
        (
            "It stands on",
            "Subsequent documentation necessitates investigation on",
            "moon-charge.twice.explanation: has reading grade",
        ),
        ('answer = "Yes."', 'answer = "Yes, pay it."', "moon-charge.settles[1].answers[2].answer: tells the reader"),
    ],
)
def test_a_fault_is_told_with_the_key_of_its_text(written: str, instead: str, said: str) -> None:
    (found,) = faults(SOUND.replace(written, instead, 1))

    assert found.startswith(said)
    assert "; " in found


def test_every_fault_is_told_at_once() -> None:
    text = SOUND.replace("hold {amount}", "wait. Do not pay").replace("stands here twice", "has a modifier")

    assert [fault.split(":")[0] for fault in faults(text)] == [
        "moon-charge.twice.title",
        "moon-charge.twice.next_step",
    ]


def test_values_of_the_paper_and_short_titles_have_no_grade() -> None:
    assert faults(SOUND.replace("{provider}", "{unintelligibility_notwithstanding}")) == []
    assert faults(SOUND.replace("The moon stands here twice", "Documentation necessitates investigation")) == []


def test_what_is_no_toml_is_told_with_its_place() -> None:
    (found,) = faults(SOUND + "\nask = \n")

    assert found.startswith("$: is no TOML")
    assert "at line" in found


def test_what_findings_and_gaps_say_is_sound() -> None:
    with resources.as_file(resources.files("plainbill.knowledge")) as folder:
        files = [*Path(folder).rglob("*.toml")]

        assert len(files) > 5
        assert {file.name: faults(file.read_text(encoding="utf-8")) for file in files} == {
            file.name: [] for file in files
        }


@given(st.text(max_size=200))
def test_noise_is_refused_or_sound_and_never_raises(noise: str) -> None:
    assert all(fault.path for fault in check_finding_texts(noise).faults)
