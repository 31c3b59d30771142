"""Services whose columns each print several values below each other, as a head of as many rows says."""

from tests.reading.papers import read_text

PAPER = """
    HARBOR TEACHERS BENEFIT FUND                              Explanation of Benefits
    Claim number: 77120041      Patient: Ada Lombard          Provider: Kestrel Surgical Center

    FROM          PROC       UNITS     CHARGES    REDUCTION    ALLOWED    DEDUCTIBLE    COINSUR.      PAID    PATIENT
    TO            MOD                             REASON                  REASON        REASON                OWES
    SERVICE                                       REMARK
    03-02-26      29881          1     4200.00      2900.00    1300.00        150.00      230.00    920.00     380.00
    03-02-26      LT                                CO-45                     PR-1        PR-2
    KNEE SCOPE                 R/C 0360
    03-02-26      J2704         20       64.00        64.00       0.00          0.00        0.00      0.00       0.00
    03-03-26                                        CO-97
    PROPOFOL                   R/C 0636
    03-03-26      A9270          1       48.50        48.50       0.00          0.00        0.00      0.00      48.50
    03-03-26                                        PR-96
    PERSONAL KIT               R/C 0270             N130
    TOTALS                             4312.50      3012.50    1300.00        150.00      230.00    920.00     428.50
"""


def test_amounts_keep_the_head_that_names_their_reason_too() -> None:
    lines = read_text(PAPER).lines
    assert [str(line.charge) for line in lines] == ["4200.00", "64.00", "48.50"]
    assert [str(line.deductible) for line in lines] == ["150.00", "0.00", "0.00"]
    assert [str(line.coinsurance) for line in lines] == ["230.00", "0.00", "0.00"]


def test_a_reason_below_an_amount_says_what_it_is_for() -> None:
    lines = read_text(PAPER).lines
    told = [[(each.group, each.reason, str(each.amount)) for each in line.adjustments] for line in lines]
    assert told == [
        [("CO", "45", "2900.00"), ("PR", "1", "150.00"), ("PR", "2", "230.00")],
        [("CO", "97", "64.00")],
        [("PR", "96", "48.50")],
    ]
    assert [each.remarks for line in lines for each in line.adjustments][-1] == ("N130",)


def test_the_last_day_stands_below_the_first_and_what_was_done_below_both() -> None:
    lines = read_text(PAPER).lines
    days = [(str(line.service_date), str(line.service_date_to)) for line in lines]
    assert days == [("2026-03-02", "2026-03-02"), ("2026-03-02", "2026-03-03"), ("2026-03-03", "2026-03-03")]
    assert [line.description for line in lines] == ["KNEE SCOPE", "PROPOFOL", "PERSONAL KIT"]
    assert [line.revenue_code for line in lines] == ["0360", "0636", "0270"]


def test_rows_that_say_by_themselves_what_they_are_name_no_service() -> None:
    lines = read_text("""
        Larchmont Health Plan                            Claim Payment Detail
        PATIENT: ADA LOMBARD            MEMBER ID: LHP00718834

        #   SVC DATE    PROC           QTY     CHARGE    ALLOWED    PAID
        1   07082026    HC: 96372       1       48.00       0.00    0.00
        CAS CO 97 48.00
            LQ*HE N19
        2   07152026    HC: 94760       1       22.00       0.00    0.00
        CAS CO 97 22.00
            LQ*HE N19
        3   07082026    HC: 81003:QW    1       15.00       0.00    0.00
        CAS CO 16 15.00
            LQ*HE M76
    """).lines
    assert [line.description for line in lines] == [None] * 3
