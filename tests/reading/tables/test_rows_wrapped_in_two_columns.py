"""Estimates whose words and offices wrap on one row below each service: what is below belongs to the row above."""

from tests.reading.papers import read_text

ESTIMATE = """
Larkspur Eye Center
Good Faith Estimate for planned care
Patient: Ada Lombard                     Given on: 08/28/2026

What you will get            Code     How     Who bills           Expected
                                      many                          charge
Removal of a cloudy lens,    66984     1      Larkspur Eye         $450.00
right eye                                     Surgery
Surgery center use           66984     1      Larkspur Eye         $825.00
                                              Surgery
Anesthesia, monitored        00142     4      Alder Sleep          $520.00
                                              Group
ECG before surgery           93000     1      Quarry Creek          $65.00
                                              Clinic
Expected total                                                   $1,860.00
"""


def test_words_that_wrap_below_a_service_begin_none() -> None:
    lines = read_text(ESTIMATE).lines
    assert [(line.code, str(line.charge)) for line in lines] == [
        ("66984", "450.00"),
        ("66984", "825.00"),
        ("00142", "520.00"),
        ("93000", "65.00"),
    ]
    assert lines[1].description == "Surgery center use"
