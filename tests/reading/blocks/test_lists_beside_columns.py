"""What was done at a visit, listed in the left one of two columns of print."""

from tests.reading.papers import read_text

SUMMARY = """
After Visit Summary                              Cedar Falls Allergy Clinic
Marisol Etxeberria      MRN: 60-22-918           DOB: 2/11/1985

Reason for visit                                 Orders - still to be done
  Follow-up: asthma                                LAB: CBC with differential before Nov 28

Done at this visit                               Medicines
  Spirometry before and after                      CHANGED: budesonide 160 mcg
  Influenza vaccine, cell culture                  CONTINUE: albuterol 90 mcg
  Inhaler technique demonstration                  STOP: montelukast 10 mg
                                                   CONTINUE: cetirizine 10 mg
Vitals                                           Next appointments
  Pulse 72                                         Spirometry in February
"""


def test_what_stands_in_the_right_column_is_not_what_was_done() -> None:
    document = read_text(SUMMARY)
    assert document.kind == "visit_summary"
    assert [line.description for line in document.lines] == [
        "Spirometry before and after",
        "Influenza vaccine, cell culture",
        "Inhaler technique demonstration",
    ]


def test_codes_right_of_the_list_are_its_own() -> None:
    document = read_text("""
        Larkmoor Medical Group                           Your Visit Summary
        Patient: Desmond Ashgrove                        Born: 12/20/1970
        Reason for visit: New problem                    Patient type: Established
        Visit date: 09/24/2025                           Visit length: 11 minutes
                                                         HCPCS
        Procedures                                       Code
        Urine test by strip                              81002
        Exercises for strength                           97110
    """)
    assert [line.code for line in document.lines] == ["81002", "97110"]
