from tests.reading.papers import read_text


def test_codes_of_departments_alone_make_no_column_of_words() -> None:
    document = read_text(
        """
        Ohio Medicaid                                             NOTICE OF SERVICES PAID
        SERVICES PROVIDED TO: Wilhelm Lindqvist        MEMBER NUMBER: WBH 1327 1936

        DATE         ACTIVITY               PROCEDURE         CHARGED     ALLOWED    PAID
        12/11/2024   Wrist splint           0274/L3908LT       160.73       61.08   61.08
        12/11/2024   Kit for a vein line    0272                64.07       35.24   35.24
        12/11/2024   Gauze pads, pack       0270                42.67       14.93   14.93
        12/11/2024   Room and board         0121             3,236.90    1,000.00 1,000.00
        12/11/2024   Recovery room          0710             1,217.66      633.18  633.18
        TOTALS                                               4,722.03    1,744.43 1,744.43
        """
    )
    assert [(line.revenue_code, line.code, line.description) for line in document.lines] == [
        ("0274", "L3908", "Wrist splint"),
        ("0272", None, "Kit for a vein line"),
        ("0270", None, "Gauze pads, pack"),
        ("0121", None, "Room and board"),
        ("0710", None, "Recovery room"),
    ]
