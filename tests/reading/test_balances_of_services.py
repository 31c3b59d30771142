"""Columns headed "Balance": what the plan left of each service, or what an account came to row by row."""

from tests.reading.papers import read_text


def test_the_balance_of_each_service_is_the_patients_share_where_the_plan_left_it() -> None:
    document = read_text("""
Ferncross Imaging                                Statement date: 04/02/2026

Patient: Ada Lombard                             Account: LC-10447

Exam date     CPT      Examination        Charge     Ins paid    Contractual    Balance
01/15/2026    72148    MRI lumbar spine   640.00     305.35      187.75         146.90
01/15/2026    72100    X-ray lumbar       184.00      96.10       63.88          24.02
02/03/2026    73721    MRI knee           595.50     201.20      169.00         225.30
Total                                   1,419.50     602.65      420.63         396.22

Amount due                                                                      396.22
""")
    assert [str(line.patient_responsibility) for line in document.lines] == ["146.90", "24.02", "225.30"]


def test_a_balance_that_runs_from_row_to_row_is_nobodys_share() -> None:
    document = read_text("""
Ferncross Imaging                                Statement date: 04/02/2026

Patient: Ada Lombard                             Account: LC-10447

Date          CPT      Description        Charge     Ins paid    Adjustment     Balance
01/15/2026    72148    MRI lumbar spine   640.00     305.35      187.75         146.90
01/15/2026    72100    X-ray lumbar       184.00      96.10       63.88         170.92
02/03/2026    73721    MRI knee           595.50     201.20      169.00         396.22

Amount due                                                                      396.22
""")
    assert [line.patient_responsibility for line in document.lines] == [None, None, None]
