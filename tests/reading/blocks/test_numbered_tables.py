"""Tables in two parts that number their lines alike."""

from tests.reading.papers import read_text

PAPER = """
Harrowgate Life & Health Insurance Company            Explanation of Benefits

Patient: Ada Lombard          Claim no. HG-6650-1182          Provider: Quiet Cove Counseling

1. What was charged, and what we base our payment on

Line    Service date    Code     Service                      Charge     Allowed    Not covered
1       03/21/2026      90837    Psychotherapy, 60 minutes   $225.00     $148.00         $77.00
2       03/28/2026      90837    Psychotherapy, 60 minutes   $225.00     $148.00         $77.00
3       04/11/2026      90847    Family psychotherapy        $240.00     $131.00        $109.00
Sum                                                          $690.00     $427.00        $263.00

2. How we worked out our payment

Line    Deductible      Coinsurance      We pay you      Your cost
{}
Sum        $200.00           $90.80         $136.20        $490.00
"""
ROWS = """1          $148.00            $0.00           $0.00        $225.00
2           $52.00           $38.40          $57.60        $167.40
3            $0.00           $52.40          $78.60        $161.40"""


def test_the_second_part_tells_more_of_the_lines_of_the_first() -> None:
    document = read_text(PAPER.format(ROWS))
    assert [str(line.plan_paid) for line in document.lines] == ["0.00", "57.60", "78.60"]
    assert [str(line.patient_responsibility) for line in document.lines] == ["225.00", "167.40", "161.40"]
    assert [str(line.charge) for line in document.lines] == ["225.00", "225.00", "240.00"]
    assert document.totals is not None
    assert str(document.totals.patient_responsibility) == "490.00"


def test_a_part_with_other_numbers_tells_nothing_of_them() -> None:
    lines = read_text(PAPER.format(ROWS.replace("\n2 ", "\n4 "))).lines
    assert all(line.plan_paid is None for line in lines)
