"""Heads of numbers, with a list above that says what each stands for."""

from tests.reading.papers import read_text

LIST = """
1 Charges the provider submitted      2 Plan allowance       3 Savings by the network
4 Copayment                           5 What we paid         6 What you owe the provider
"""
PAPER = """
Public Service Benefit Program                    Explanation of Benefits

Patient: Ada Lombard          Claim number: 0226055117700          Provider: Kestrel Orthopedics
{}
Date          Service                (1)        (2)       (3)      (4)       (5)       (6)
01/19/2026    OFFICE VISIT        345.00     189.75    155.25    40.00    149.75     40.00
01/19/2026    X-RAY KNEE          142.00      63.90     78.10     0.00     63.90      0.00
Claim total                       487.00     253.65    233.35    40.00    213.65     40.00
"""


def test_numbers_over_columns_are_what_a_list_says_they_stand_for() -> None:
    lines = read_text(PAPER.format(LIST)).lines
    assert [str(line.charge) for line in lines] == ["345.00", "142.00"]
    assert [str(line.plan_paid) for line in lines] == ["149.75", "63.90"]
    assert [str(line.patient_responsibility) for line in lines] == ["40.00", "0.00"]
    assert [str(line.copay) for line in lines] == ["40.00", "0.00"]


def test_numbers_of_which_one_is_not_explained_stand_for_nothing() -> None:
    lines = read_text(PAPER.format(LIST.replace("5 What we paid", "  What we paid"))).lines
    assert all(line.plan_paid is None for line in lines)


LETTERED = """
Public Service Benefit Program                    Explanation of Benefits

Patient: Ada Lombard          Claim number: 0226055117700          Provider: Kestrel Orthopedics

Day           Service                  A          B         C         D         E
01/19/2026    OFFICE VISIT          345.00     155.25    189.75     40.00    149.75
01/19/2026    X-RAY KNEE            142.00      78.10     63.90                63.90
Claim total                         487.00     233.35    253.65     40.00    213.65

A  Charges sent to us by the provider             D  Copay
B  Amount you save because it is in our network   E  What your plan paid
{}
"""


def test_letters_over_columns_are_what_a_list_below_says_they_stand_for() -> None:
    paper = read_text(LETTERED.format("C  Amount the charges are based on (A minus B)"))
    assert [str(line.charge) for line in paper.lines] == ["345.00", "142.00"]
    assert [str(line.allowed) for line in paper.lines] == ["189.75", "63.90"]
    assert [line.copay and str(line.copay) for line in paper.lines] == ["40.00", None]
    assert [str(line.plan_paid) for line in paper.lines] == ["149.75", "63.90"]
    assert [[str(each.amount) for each in line.adjustments] for line in paper.lines] == [["155.25"], ["78.10"]]
    assert paper.totals is not None and str(paper.totals.adjustments) == "233.35"


def test_letters_of_which_one_is_not_explained_stand_for_nothing() -> None:
    assert all(line.plan_paid is None for line in read_text(LETTERED.format("")).lines)
