"""Words over several columns of a head."""

from plainbill.reading.heads.head_words import meaning_of
from tests.reading.papers import read_text


def test_activity_over_columns_says_no_more_than_whose_it_is() -> None:
    document = read_text("""
    Birch Lake Hospital                                                 STATEMENT
    Patient: Ada Lombard           Account: 70041882       Statement date: 06/28/2024

                                                      Insurance activity
    Service                               Charges    Payments    Discounts    Your portion
    Emergency Room                        2,418.00    -980.22    -1,192.73       245.05
    CT Scan                               3,160.00  -1,104.00    -1,780.00       276.00
    Laboratory                            1,284.50    -287.60      -925.00        71.90
    Totals                                6,862.50  -2,371.82    -3,897.73       592.95
    """)

    assert [str(line.plan_paid) for line in document.lines] == ["980.22", "1104.00", "287.60"]
    assert document.totals is not None
    assert str(document.totals.insurance_paid) == "2371.82"


def test_a_summary_of_somebodys_services_heads_what_was_done() -> None:
    meaning = meaning_of(("Summary", "of", "hospital", "services"))

    assert meaning is not None
    assert meaning.fields == ("description",)
    assert meaning_of(("Summary", "of", "unpaid", "services")) is None


def test_what_a_resident_owes_is_what_the_patient_owes() -> None:
    document = read_text("""
    Elm Court Care & Rehabilitation                                 STATEMENT
    Resident: Ada Lombard           Account: 70041882       Statement date: 04/05/2024

                                                     Medicare A              Resident
    Dates        Item                     Charge     Paid       Coinsurance    Total owed
    03/04/24     Room and board         6,200.00     6,200.00                        0.00
    03/24/24     Room and board         2,480.00       848.00     1,632.00       1,632.00
    03/12/24     Beauty shop               38.00                                    38.00
    Total                               8,718.00     7,048.00     1,632.00       1,670.00
    """)

    assert [str(line.patient_responsibility) for line in document.lines] == ["0.00", "1632.00", "38.00"]
