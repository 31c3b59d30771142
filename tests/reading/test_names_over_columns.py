"""Names of plans, and words for what is owed, over several columns of a head."""

from tests.reading.papers import read_text


def test_payments_under_the_name_of_a_plan_are_the_plans() -> None:
    lines = read_text("""
Ferncross Imaging                                            Bill date: 05/18/2026

Patient: Ada Lombard                                         Account: LC-10447

                                                        Desert Sun Health       Left for
Performed     Exam                  Code      Price    Reduction    Payment     you
04/02/2026    MRI lumbar spine      72148    1,240.00     612.00     502.40       125.60
04/02/2026    X-ray lumbar spine    72100      164.00      88.00      60.80        15.20
04/16/2026    X-ray knee            73564      182.00      97.00      68.00        17.00
TOTALS                                       1,586.00     797.00     631.20       157.80
""").lines
    assert [str(line.plan_paid) for line in lines] == ["502.40", "60.80", "68.00"]


def test_payments_under_the_name_of_an_office_are_nobodys() -> None:
    lines = read_text("""
Ferncross Imaging                                            Bill date: 05/18/2026

Patient: Ada Lombard                                         Account: LC-10447

                                                        Desert Sun Clinic       Left for
Performed     Exam                  Code      Price    Reduction    Payment     you
04/02/2026    MRI lumbar spine      72148    1,240.00     612.00     502.40       125.60
04/02/2026    X-ray lumbar spine    72100      164.00      88.00      60.80        15.20
04/16/2026    X-ray knee            73564      182.00      97.00      68.00        17.00
TOTALS                                       1,586.00     797.00     631.20       157.80
""").lines
    assert [line.plan_paid for line in lines] == [None] * 3


def test_what_shares_come_to_in_all_is_what_the_words_over_them_say() -> None:
    lines = read_text("""
Meridia Health                                               Explanation of Benefits

Patient: Ada Lombard                Claim no. 260960-33      Provider: Fairlight Clinic

                                              Your plan                        What you may owe
                                       Reduced        Paid to
Date         What was done    Code     by contract    provider    Charged    Deductible   Copay    In all
04/06/2026   Emergency visit  99284         698.88      187.12   1,456.00        320.00  250.00    570.00
04/06/2026   X-ray of ankle   73610         228.92      127.26     388.00          0.00   31.82     31.82
04/06/2026   Crutches         E0114           0.00        0.00     129.00          0.00    0.00    129.00
""").lines
    assert [str(line.patient_responsibility) for line in lines] == ["570.00", "31.82", "129.00"]
