"""A page at the terminal ends with what its words of the trade mean, and JSON never does."""

import json
from pathlib import Path

import pytest

from plainbill.cli.page import MOST_TERMS, Page
from plainbill.describing.glossary import WORDS_USED, Term, glossary, terms_in
from tests.cli.running import CommandLine

CASE = {
    "documents": [
        {
            "id": "bill",
            "kind": "bill",
            "lines": [{"id": str(number), "description": "X-RAY", "charge": "40.00"} for number in (1, 2)],
            "totals": {"charges": "90.00"},
        }
    ]
}


def words_told(out: str) -> str:
    """Return the closing part of a page on one line; nothing where there is none."""
    return " ".join(out.partition(WORDS_USED)[2].split())


def told_as(term: Term) -> str:
    return f"{term.word}: {term.plain}"


def test_a_word_of_the_trade_is_told_once_below_what_is_described(plainbill: CommandLine) -> None:
    told = words_told(plainbill("describe", "FACILITY FEE", "FACILITY FEE").out)

    (fee,) = (term for term in glossary() if term.word == "facility fee")
    assert told.count(told_as(fee)) == 1


def test_a_page_without_such_words_ends_without_them(plainbill: CommandLine) -> None:
    assert WORDS_USED not in plainbill("describe", "CT HEAD").out


def test_findings_and_explanations_tell_their_words(plainbill: CommandLine, tmp_path: Path) -> None:
    case, bill = tmp_path / "case.json", tmp_path / "bill.txt"
    case.write_text(json.dumps(CASE), encoding="utf-8")
    bill.write_text(
        "Larkspur Clinic\nPatient: Ada Lombard\nStatement Date: 05/01/2025\n\n"
        "Date        Code    Description         Charge\n"
        "04/02/2025  A0160   RIDE                100.00\n",
        encoding="utf-8",
    )

    for ended in (plainbill("check", case), plainbill("explain", bill)):
        above = " ".join(ended.out.partition(WORDS_USED)[0].split())
        told = words_told(ended.out)
        assert told
        assert all(told_as(term) in told for term in terms_in([above])[:MOST_TERMS])


@pytest.mark.parametrize("command", [("describe", "FACILITY FEE", "--json"), ("describe", "COPAY", "--json")])
def test_json_has_no_such_part(plainbill: CommandLine, command: tuple[str, ...]) -> None:
    out = plainbill(*command).out

    assert WORDS_USED not in out
    json.loads(out)


def test_of_very_many_words_the_last_are_only_named(capsys: pytest.CaptureFixture[str]) -> None:
    used = [term for term in glossary() if terms_in([term.word]) == (term,)][: MOST_TERMS + 2]
    page = Page()

    for term in used:
        page.say(f"It says {term.word}.")
    page.end()

    told = words_told(capsys.readouterr().out)
    assert all(told_as(term) in told for term in used[:MOST_TERMS])
    assert not any(told_as(term) in told for term in used[MOST_TERMS:])
    assert f"Further words: {used[-2].word}, {used[-1].word}." in told


def test_printed_words_are_no_markup(capsys: pytest.CaptureFixture[str]) -> None:
    Page().say("[bold]copay[/bold]")

    assert "[bold]copay[/bold]" in capsys.readouterr().out
