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
