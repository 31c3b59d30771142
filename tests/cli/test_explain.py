"""`plainbill explain`: what a person at a terminal reads, and what a program gets."""

from pathlib import Path

from plainbill.case import ExplainResult, parse_json, read_as
from tests.cli.running import CommandLine
from tests.fixture_readings import FIXTURES

PORTAL = FIXTURES / "files" / "long-bill-portal.txt"


def test_a_copied_text_becomes_a_whole_explanation(plainbill: CommandLine) -> None:
    ended = plainbill("explain", PORTAL, "--json")
    result = read_as(ExplainResult, parse_json(ended.out.encode()))
    (document,) = result.case.documents
    assert ended.status == 0
    assert [each.line for each in result.translations] == [f"d1:{line.id}" for line in document.lines]
    assert all("text_layer" in source.confirmed_by for source in result.sources.values())


def test_a_credit_is_written_with_its_sign_before_the_dollar(plainbill: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "bill.txt"
    path.write_text(
        "Larkspur Clinic\nPatient: Ada Lombard\nStatement Date: 05/01/2025\n\n"
        "Date        Code    Description         Charge\n"
        "04/02/2025  99213   Office visit        100.00\n"
        "04/09/2025  99213   Office visit       -100.00\n",
        encoding="utf-8",
    )
    out = plainbill("explain", path).out
    assert "-$100.00" in out
    assert "$-" not in out


def test_the_diagnosis_codes_of_a_paper_are_explained_below_its_charges(plainbill: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "bill.txt"
    path.write_text(
        "Larkspur Clinic\nPatient: Ada Lombard\nStatement Date: 05/01/2025\nDiagnosis: I10\n\n"
        "Date        Code    Description         Charge\n"
        "04/02/2025  99213   Office visit        100.00\n",
        encoding="utf-8",
    )

    assert "diagnosis code I10: High blood pressure" in plainbill("explain", path).out


def test_code_and_words_that_disagree_are_both_shown(plainbill: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "bill.txt"
    path.write_text(
        "Larkspur Clinic\nPatient: Ada Lombard\nStatement Date: 05/01/2025\n\n"
        "Date        Code    Description         Charge\n"
        "04/02/2025  80053   KNEE XRAY           100.00\n",
        encoding="utf-8",
    )

    out = " ".join(plainbill("explain", path).out.split())

    assert "ask which of them is right. Or: X-ray pictures of the knee." in out


def test_a_story_that_names_a_line_nobody_has_is_refused(plainbill: CommandLine, tmp_path: Path) -> None:
    story = tmp_path / "story.json"
    story.write_text('{"unrecognized": ["d1:1", "d9:1"]}', encoding="utf-8")
    ended = plainbill("explain", PORTAL, "--story", story, "--json")
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith(f"{story}: story.unrecognized[1]: ")


def test_a_letter_that_refuses_something_says_so_and_what_to_do(plainbill: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text(
        "Lakeside Health Plan\nPO Box 44, Marlow Falls\nMember Services: (555) 730-4400\n\nApril 12, 2024\n\n"
        "Member name: Ada Lombard\nMember ID: LHP448812\nClaim number: 24-118820\nProvider: Valley Imaging\n\n"
        "Notice of Denial\n\nDear Ada Lombard,\n\nWe cannot approve this scan because it is not medically necessary.\n"
        "If you disagree with this decision, you can file an appeal by October 9, 2024.\n\nLakeside Health Plan\n",
        encoding="utf-8",
    )

    explained, read = plainbill("explain", path).out, plainbill("read", path, "--json").out
    (tmp_path / "letter.json").write_text(read, encoding="utf-8")
    (tmp_path / "photo.json").write_text(read.replace('"text_layer"', '"second_reader"'), encoding="utf-8")

    for out in (explained, plainbill("check", tmp_path / "letter.json").out):
        said = " ".join(out.split())
        assert "Your plan says no in a letter" in said
        assert "“We cannot approve this scan because it is not medically necessary.”" in said
        assert "Ask: What is the exact reason for this no?" in said
        assert "worth a question" not in said
        assert "Check the paper first" not in said
    assert "letter from Lakeside Health Plan" in explained
    assert "Check the paper first: Your plan says no in a letter" in plainbill("check", tmp_path / "photo.json").out
