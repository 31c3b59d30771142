"""Estimates that list what each of several offices expects to charge below its name."""

from tests.reading.papers import read_text


def test_the_office_above_services_is_who_renders_them_and_no_words_of_those_above() -> None:
    document = read_text("""
Good Faith Estimate for Health Care Items and Services
Larkspur Surgery Center \u00b7 31 Rose Ct, Elmgrove, NC 28899 \u00b7 828-555-0171
Patient: Ada Lombard               Date of estimate: May 11, 2026

Item or service                    Service code    How many    Expected charge
Provider: Larkspur Surgery Center
Use of operating room              58561           1                 $4,200.00
Expected from this provider                                          $4,200.00
Provider: Finch Anesthesia PLLC
Anesthesia for scope               00952           1                   $980.00
Expected from this provider                                            $980.00
Provider: Dr. Ines Okonjo
Surgeon                            58561           1                 $1,875.00
Expected from this provider                                          $1,875.00
TOTAL EXPECTED CHARGES                                               $7,055.00
""")
    assert [(line.description, line.rendering_provider) for line in document.lines] == [
        ("Use of operating room", "Larkspur Surgery Center"),
        ("Anesthesia for scope", "Finch Anesthesia PLLC"),
        ("Surgeon", "Dr. Ines Okonjo"),
    ]
    assert document.provider is not None and document.provider.address == "31 Rose Ct, Elmgrove, NC 28899"
