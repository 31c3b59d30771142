"""Tables with one cell a line: a labeled code below its service, and the sums below the table."""

from plainbill_files.stacks import unstack_cells

HEAD = ["Date of service", "Service", "Amount billed", "Plan paid", "Your share"]
FIRST = ["04/02/2026", "OFFICE VISIT 30 MIN", "Procedure code: 99213", "$180.00", "$150.00", "$30.00"]
SECOND = ["04/03/2026", "RAPID TEST", "Procedure code: 87880", "$40.00", "$40.00", "$0.00"]
SUMS = ["Total", "$220.00", "$190.00", "$30.00"]


def test_a_labeled_code_below_the_words_stands_in_their_cell() -> None:
    head, first, second = unstack_cells(["Service details", *HEAD, *FIRST, *SECOND])[1:]
    assert head.split("\t") == HEAD
    assert first.split("\t") == ["04/02/2026", "OFFICE VISIT 30 MIN (99213)", "$180.00", "$150.00", "$30.00"]
    assert second.split("\t")[1] == "RAPID TEST (87880)"


def test_the_sums_below_stand_under_their_columns() -> None:
    rows = unstack_cells([*HEAD, *FIRST, *SECOND, *SUMS, "Deductible"])
    assert rows[3].split("\t") == ["Total", "", "$220.00", "$190.00", "$30.00"]
    assert rows[4] == "Deductible"


def test_sums_of_which_one_is_missing_stay_as_they_are() -> None:
    rows = unstack_cells([*HEAD, *FIRST, *SECOND, *SUMS[:-1], "Deductible"])
    assert rows[3:] == ["Total", "$220.00", "$190.00", "Deductible"]


def test_a_labeled_code_that_no_amount_follows_stays_a_line() -> None:
    assert unstack_cells(["Office visit", "CPT 99213", "See your doctor"]) == [
        "Office visit",
        "CPT 99213",
        "See your doctor",
    ]
