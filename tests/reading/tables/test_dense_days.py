"""Days printed as four digits under the head of days."""

from datetime import date

from tests.reading.papers import read_text

BILL = """
Alder Fork Hospital                                              Printed 03/30/2026
Patient: Ada Lombard          Account: AF-20881
{days}

Date     Rev     Description                 Qty     Amount
{first}     0250    Saline 500 ml               2        58.00
         0300    Blood draw                  1        22.00
         0301    Basic panel                 1       140.00
{last}     0250    Saline 500 ml               1        29.00
         0301    Basic panel                 1       140.00
Total charges                                       389.00
"""


def test_four_digits_under_the_head_of_days_are_month_and_day_of_their_group() -> None:
    document = read_text(BILL.format(days="ADM 031126      DIS 031226", first="0311", last="0312"))
    assert [line.service_date for line in document.lines] == [date(2026, 3, 11)] * 3 + [date(2026, 3, 12)] * 2
    assert (document.service_from, document.service_to) == (date(2026, 3, 11), date(2026, 3, 12))


def test_digits_that_are_no_day_leave_all_of_them_unread() -> None:
    document = read_text(BILL.format(days="", first="0311", last="1733"))
    assert {line.service_date for line in document.lines} == {None}


NOTICE = """
ORCHARD VALLEY EMPLOYEES TRUST            CLAIM HISTORY NOTICE
EMPLOYEE  ADA LOMBARD                     NOTICE DATE  03/09/26
CLAIM NO  6039-44172

SERVICE PROC  MD DESCRIPTION         BILLED   ALLOWED    COINS     PAID
021126 99396     PREVENT VISIT       268.00    190.00     0.00   190.00
021126 G0101 GA  PELVIC EXAM          96.00      0.00     0.00     0.00
021826 76642 RT  US BREAST           377.00    188.75    31.00   157.75
TOTALS                               741.00    378.75    31.00   347.75
"""


def test_days_and_codes_under_what_looks_like_one_head_are_parted() -> None:
    lines = read_text(NOTICE).lines
    assert [(line.service_date, line.code) for line in lines] == [
        (date(2026, 2, 11), "99396"),
        (date(2026, 2, 11), "G0101"),
        (date(2026, 2, 18), "76642"),
    ]
    assert [line.description for line in lines] == ["PREVENT VISIT", "PELVIC EXAM", "US BREAST"]


def test_numbers_before_codes_that_are_no_days_stay_where_they_are() -> None:
    lines = read_text(NOTICE.replace("021826", "024426")).lines
    assert {line.service_date for line in lines} == {None}


def test_numbers_before_codes_that_would_be_days_of_many_years_are_none() -> None:
    items = NOTICE.replace("021126 G0101", "021114 G0101").replace("021826", "021803")
    assert {line.service_date for line in read_text(items).lines} == {None}


REMITTANCE = """
HARROW BASIN HEALTH COOPERATIVE                        REMITTANCE ADVICE
PROVIDER QUARRYTOWN ENT ASSOCIATES    NPI 1555503309
CHECK/EFT # 0071182203    DATE 05/12/2025    AMOUNT $387.40

SERV      NOS   PROC    MODS   BILLED    ALLOWED   DEDUCT   COINS     GRP/RC   AMT       PROV PD
NAME LOMBARD, ADA R   HIC GBH20098417   ACNT WE4410   ICN 2513200817700
{first}    1     31231          640.00    288.12    0.00     57.62     CO-45    351.88    230.50
042125    1     99204   25     340.00    201.90    0.00     0.00      CO-45    138.10    156.90
"""


def test_a_head_that_says_service_alone_stands_over_days_beside_codes() -> None:
    lines = read_text(REMITTANCE.format(first="042025")).lines
    assert [line.service_date for line in lines] == [date(2025, 4, 20), date(2025, 4, 21)]
    assert [line.code for line in lines] == ["31231", "99204"]
    assert {line.description for line in lines} <= {None, ""}


def test_numbers_under_such_a_head_that_are_no_days_stay_what_they_are() -> None:
    lines = read_text(REMITTANCE.format(first="173325")).lines
    assert {line.service_date for line in lines} <= {None}


OF_A_SENIOR_PLAN = """
TIDEWATER SENIOR PLAN                     OF_A_SENIOR_PLAN ADVICE
KESTREL FAMILY PRACTICE                   DATE 03/31/2026

PERF PROV  SERV   DATE POS NOS PROC  MODS     BILLED  ALLOWED   DEDUCT    COINS GRP-RC      AMT  PROV PD
NAME LOMBARD, ADA     MID 4HX7PL2QV91     ACNT LOMBA000     ICN 0226075330120
1629304417 0310 031026  11   1 99215          285.00   173.04     0.00    34.61 CO-45    111.96   138.43
                                                                                PR-2      34.61
1629304417 0312 031426  12   3 G0299          330.00   204.00   204.00     0.00 CO-45    126.00     0.00
                                                                                PR-1     204.00
1629304417 1230 010526  11   1 99213 25       165.00    91.70     0.00    18.34 CO-45     73.30    73.36
                                                                                PR-2      18.34
CLAIM TOTALS                                  780.00   468.74   204.00    52.95          566.21   211.79
"""


def test_a_day_without_its_year_beside_one_with_it_is_the_first_of_two() -> None:
    lines = read_text(OF_A_SENIOR_PLAN).lines
    assert [(str(line.service_date), str(line.service_date_to)) for line in lines] == [
        ("2026-03-10", "2026-03-10"),
        ("2026-03-12", "2026-03-14"),
        ("2025-12-30", "2026-01-05"),
    ]
    assert [line.revenue_code for line in lines] == [None] * 3


def test_the_rows_below_a_service_between_two_days_stay_its_own() -> None:
    lines = read_text(OF_A_SENIOR_PLAN).lines
    told = [[(each.group, each.reason, str(each.amount)) for each in line.adjustments] for line in lines]
    assert told[0] == [("CO", "45", "111.96"), ("PR", "2", "34.61")]
    assert told[1] == [("CO", "45", "126.00"), ("PR", "1", "204.00")]


def test_the_day_of_a_payment_among_services_is_printed_as_theirs() -> None:
    document = read_text("""
Alder Fork Dentistry                                             Patient Bill
Patient: Ada Lombard          Account: AF-20881              Printed on Aug 31, 2025

Service/Item           CDM #        Cost      Pmt/Adj     Balance    Dt of Svc
Clinic charge          53502964     424.00                424.00     071325
Lab work               87163975      95.00                519.00     071325
Uninsured discount                             64.79      454.21     082425
Remaining Balance                                         454.21
""")
    (payment,) = document.payments
    assert (payment.date, payment.description) == (date(2025, 8, 24), "Uninsured discount")
