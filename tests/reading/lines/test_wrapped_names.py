"""Names of clinicians that go on below their cell."""

from tests.reading.papers import read_text


def test_the_rest_of_a_name_stands_below_its_cell() -> None:
    document = read_text("""
        Coastline Internal Medicine Group
        Patient Account Activity
        Serv. Date    CPT Code    Description of Svc    Provider     Diag       Units    Charge      Balance
        07/07/25      99204       Office visit new      J. Farrow    M17.11     1        411.84      476.04
                                  mod                   MD
        07/08/25      94010       Breathing test        J. Farrow    M54.50     1         84.00      560.04
                                                        MD
        08/02/25      99204       Office visit new      Lena         K80.20     1        352.00      912.04
                                  mod                   Ostrom DO
    """)

    assert [(line.description, line.rendering_provider, line.modifiers) for line in document.lines] == [
        ("Office visit new mod", "J. Farrow MD", ()),
        ("Breathing test", "J. Farrow MD", ()),
        ("Office visit new mod", "Lena Ostrom DO", ()),
    ]


def test_nothing_follows_the_title_of_a_clinician() -> None:
    line, *_ = read_text("""
    Summit Ridge Hospital
    Patient: Ada Lombard           Account: 4471902
    Date          Provider     Description           Amount
    03/02/2026    Oster MD     Office visit          $140.00
                  Lab          panel of blood
    03/03/2026    Kim          Lab panel             $40.00
    Amount due                                       $180.00
    """).lines
    assert line.rendering_provider == "Oster MD"
