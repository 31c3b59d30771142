"""Bills for equipment: days one below the other, modifiers below their code, what a plan allows."""

from tests.reading.papers import read_text

RENTED = """
Quince Valley Medical Supply                           Statement date 05/02/2026
418 Adobe Walk, Mesa Alta, NM 87998
Patient: Ada Lombard          Account: QV-10447

Dates       HCPCS    Item                           Qty    Billed     Plan      Plan      You
            Mods                                                      allows    paid      pay
03/04/26    E0470    Breathing device with mask     1      240.00     150.00    120.00    30.00
thru        RR KX
04/03/26    KH
03/04/26    E0562    Humidifier that is used with   1       90.00      60.00     48.00    12.00
{thru}        NU KX    positive pressure
04/03/26
03/04/26    A7037    Tubing                         2       20.00      10.00      8.00     2.00
            NU KX
"""


def test_the_last_day_stands_two_rows_below_the_first() -> None:
    for thru in ("thru", "to  "):
        lines = read_text(RENTED.format(thru=thru)).lines
        assert [(str(line.service_date), str(line.service_date_to)) for line in lines] == [
            ("2026-03-04", "2026-04-03"),
            ("2026-03-04", "2026-04-03"),
            ("2026-03-04", "None"),
        ]


def test_modifiers_stand_on_several_rows_below_their_code() -> None:
    lines = read_text(RENTED.format(thru="thru")).lines
    assert [line.modifiers for line in lines] == [("RR", "KX", "KH"), ("NU", "KX"), ("NU", "KX")]
    assert [line.description for line in lines][:2] == [
        "Breathing device with mask",
        "Humidifier that is used with positive pressure",
    ]


def test_what_a_plan_allows_is_told_by_its_head() -> None:
    lines = read_text(RENTED.format(thru="thru")).lines
    assert [str(line.allowed) for line in lines] == ["150.00", "60.00", "10.00"]


ITEMS = """
Quince Valley Medical Supply                           Invoice date 05/02/2026
418 Adobe Walk, Mesa Alta, NM 87998
Patient: Ada Lombard          Account: QV-10447

From       Thru       Item      Mod     What                               Qty      Amount
05/02/26   06/01/26   E0470     RR      Breathing device, monthly rental   1        212.00
05/02/26              A7037     NU      Tubing for it                      2         34.10
04/02/26   05/01/26   E0562     RR      Humidifier returned, credit        1       (27.40)
Amount due                                                                          218.70
"""


def test_items_are_codes_where_an_unknown_head_is_over_the_words_and_a_credit_is_a_charge_taken_back() -> None:
    document = read_text(ITEMS)
    assert [(line.code, line.modifiers, line.description, str(line.charge)) for line in document.lines] == [
        ("E0470", ("RR",), "Breathing device, monthly rental", "212.00"),
        ("A7037", ("NU",), "Tubing for it", "34.10"),
        ("E0562", ("RR",), "Humidifier returned, credit", "-27.40"),
    ]
    assert not document.payments
