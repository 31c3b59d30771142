"""What was decided of a service, on a row of words below it."""

from plainbill.case import Line
from tests.reading.papers import read_text

BILL = """
Osprey Diagnostics
Patient: Ada Lombard     Date of service: 05/04/2026

Test     Name             Our price    Plan paid    Plan savings    You owe
80061    Lipid panel      $61.00       $14.20       $46.80          $0.00
82306    Vitamin D level  $142.00      $0.00        --              $142.00
         {below}
83036    Hemoglobin A1c   $52.00       $9.71        $42.29          $0.00
Sum of 3 tests            $255.00      $23.91       $89.09          $142.00
"""


def line_above(below: str) -> Line:
    return read_text(BILL.format(below=below)).lines[1]


def test_a_row_that_says_denied_is_a_remark_and_no_part_of_the_name() -> None:
    line = line_above("Denied by plan: not needed for the illness")
    assert (line.description, line.status) == ("Vitamin D level", "denied")
    assert [(remark.code, remark.text) for remark in line.remarks] == [
        (None, "Denied by plan: not needed for the illness")
    ]


def test_words_that_decide_nothing_are_part_of_the_name() -> None:
    line = line_above("total, with D2 and D3")
    assert (line.description, line.status) == ("Vitamin D level total, with D2 and D3", None)


def test_a_service_that_was_paid_in_part_is_not_denied() -> None:
    text = BILL.replace("$0.00        --              $142.00", "$40.00       --              $102.00")
    line = read_text(text.format(below="Not paid by plan: what is above its limit")).lines[1]
    assert (line.description, line.status) == ("Vitamin D level", None)
    assert [remark.text for remark in line.remarks] == ["Not paid by plan: what is above its limit"]
