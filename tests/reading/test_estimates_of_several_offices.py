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


def test_a_lone_stroke_in_a_column_of_counts_is_a_one_and_all_offices_together_are_the_estimate() -> None:
    document = read_text("""
Estimate of your costs
For Ada Lombard                    Prepared May 11, 2026

Larkspur Surgery Center
What                    Code     How many     Estimate
Knee scope              29881    I            $4,200.00
Implant                 C1713    2              $300.00
Subtotal                                      $4,500.00
Finch Anesthesia PLLC
What                    Code     How many     Estimate
Anesthesia for scope    01400    I              $980.00
Subtotal                                        $980.00
All offices together:                         $5,480.00
""")
    assert [line.units for line in document.lines] == [1, 2, 1]
    assert document.totals is not None and str(document.totals.estimate) == "5480.00"
