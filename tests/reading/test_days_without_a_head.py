from datetime import date

from tests.reading.papers import read_text


def test_days_stand_before_the_counts_where_their_own_head_was_not_read() -> None:
    document = read_text(
        """
        Granite Shoals General Hospital                                    PATIENT CONTROL NO. 8990-59042

        42 REV. CD.   43 DESCRIPTION            44 HCPCS/RATE           SERV.UNITS     47 TOTAL CHARGES
        0301          TROPONIN QUANT HS         84484              08/24/24 1                   316.00
        0320          XR WRIST COMP MIN 3V      73110              08/25/24 2                   389.00
        0351          CT HEAD W/O CNTRST        70450              08/24/24 1                 2,471.00
        0001          TOTALS                                                                  3,176.00
        """
    )
    assert [(line.service_date, line.units) for line in document.lines] == [
        (date(2024, 8, 24), 1),
        (date(2024, 8, 25), 2),
        (date(2024, 8, 24), 1),
    ]


def test_days_without_strokes_are_read_by_the_order_of_values_where_their_head_was_not() -> None:
    document = read_text(
        """
        Silver Fork Hospital                                               PATIENT CONTROL NO. 77410

        42 REV      43 DESCRIPTION            44 HCPCS       45 SERV.      46 SERV     47 TOTAL
        260         HYDRATION IV INF INIT     96360          123123              1       441.63
        300         VENIPUNCTURE RTN          36415          123123              1        21.00
        301         LIPASE LVL                83690          123123              1        83.00
        0001        TOTALS                                                               545.63
        """
    )
    assert [(line.code, line.service_date) for line in document.lines] == [
        ("96360", date(2023, 12, 31)),
        ("36415", date(2023, 12, 31)),
        ("83690", date(2023, 12, 31)),
    ]
