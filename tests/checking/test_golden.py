"""All that is said of the worked cases, word by word: a change shows in the files that `make bless` writes."""

import pytest

from plainbill.checking import check
from tests.checking.telling import GOLDEN, LIST, rules, told
from tests.example_cases import OWN, WorkedCase, worked_cases

CASES = [case for case in worked_cases(OWN) if not case.is_refused]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_said_of_a_worked_case_is_what_was_read_and_agreed_to(case: WorkedCase) -> None:
    golden = GOLDEN / f"{case.name}.txt"

    assert told(check(case.read())) == golden.read_text(encoding="utf-8"), "read the change, then run `make bless`"


def test_each_file_of_what_is_said_has_its_case() -> None:
    assert {file.stem for file in GOLDEN.glob("*.txt")} == {case.name for case in CASES}


def test_the_rules_report_the_kinds_and_read_the_tables_that_were_agreed_to() -> None:
    assert rules() == LIST.read_text(encoding="utf-8"), "read the change, then run `make bless`"
