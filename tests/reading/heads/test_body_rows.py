"""Rows of services whose words are those of heads are no head within the table."""

from tests.reading.papers import read_text


def test_services_called_like_heads_do_not_end_their_table() -> None:
    document = read_text("""
        Harbor Point Laboratory
        Statement
        Prov            Activity          Diag Cd    Gross Charges    Pmt/Adj
        Visit of 08/11/2025
        Dr.  Tolliver   Clinic  charge    M17.11           $106.00
        Dr.  Tolliver   Procedure  fee    M17.11           $183.00
        Underwood  MD   Medical           M17.11            $45.00
                        supplies
        Underwood  MD   Medical           E78.5             $48.00
                        supplies
        Dr.  Tolliver   Pharmacy          G47.33            $97.00
        Dr.  Tolliver   Procedure  fee    E78.5            $531.00
    """)
    charges = [str(line.charge) for line in document.lines]
    assert charges == ["106.00", "183.00", "45.00", "48.00", "97.00", "531.00"]


def test_a_head_over_three_rows_stands_beside_sums() -> None:
    document = read_text("""
        Harbor Point Laboratory
        Statement
        Date          Procedure    Description      Gross       Total charges    $289.00
                      code                          charges     Balance due      $289.00
        08/11/2025    80053        Blood test       $106.00
        08/11/2025    85025        Blood count      $183.00
    """)
    assert [(line.code, str(line.charge)) for line in document.lines] == [("80053", "106.00"), ("85025", "183.00")]
    assert document.totals is not None
    assert str(document.totals.balance_due) == "289.00"
