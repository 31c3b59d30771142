"""Numbers of a hospital's charge list beside its codes."""

from tests.reading.papers import read_text


def test_a_number_of_the_charge_list_in_the_column_of_codes_is_no_code() -> None:
    document = read_text("""
        Cascade Bay Medical Center
        Itemization of charges
        Patient: Ada Lombard
        Service Date   CPT/HCPCS   Item No    Service                Count   Total Charges
        04/26/2025      6727993               Room semi private      1       2,645.00
        04/27/2025     36415       4473919    Blood draw             1          31.50
        04/27/2025     80061       5293118    Lipids                 1         112.50
        04/27/2025      8516173               Sterile supply         1         156.25
    """)

    assert [(line.code, line.modifiers, str(line.charge)) for line in document.lines] == [
        (None, (), "2645.00"),
        ("36415", (), "31.50"),
        ("80061", (), "112.50"),
        (None, (), "156.25"),
    ]


def test_such_numbers_may_stand_before_the_words() -> None:
    document = read_text("""
        Cascade Bay Medical Center
        Itemization of charges
        Patient: Ada Lombard
        Service Date   CPT/HCPCS   Service                        Count   Total Charges
        04/26/2025     6727993     Room semi private              1       2,645.00
        04/27/2025     36415       4473919 Blood draw             1          31.50
        04/27/2025     80061       5293118 Lipids                 1         112.50
    """)

    assert [(line.code, line.description) for line in document.lines] == [
        (None, "Room semi private"),
        ("36415", "Blood draw"),
        ("80061", "Lipids"),
    ]


def test_a_code_with_its_modifier_glued_stays_one() -> None:
    document = read_text("""
        Cascade Bay Medical Center
        Itemization of charges
        Patient: Ada Lombard
        Service Date   CPT/HCPCS   Item No    Service                Count   Total Charges
        04/26/2025     9921325     44739      Office visit           1         245.00
        04/27/2025     36415       44740      Blood draw             1          31.50
    """)

    assert [(line.code, line.modifiers) for line in document.lines] == [("99213", ("25",)), ("36415", ())]
