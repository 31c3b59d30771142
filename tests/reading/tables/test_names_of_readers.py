"""Who read a picture, on a row of facts below the service."""

from tests.reading.papers import read_text


def test_the_row_below_names_who_read_the_picture_behind_the_diagnosis() -> None:
    document = read_text("""
        Clearfield Imaging Consultants                       PHYSICIAN READING FEES
        Patient name Lindqvist, Anton
        Service Date    Procedure    Charge Description        Charge          Adjustment        Ins Paid   Your Portion
        02/19/25        73630        Foot xray three views     246.00          120.54CR           41.26CR     84.20
                                     ICD10: 110 Read by A. Novak MD
        02/19/25        76700-RT     Abdomen ultrasound full   734.00          425.72CR           246.63CR    61.65
                                     DX: J20.9 Read by S. Reyes MD
        Totals                                                 980.00          546.26CR           287.89CR    145.85
    """)

    assert [(line.rendering_provider, line.diagnosis_codes, line.description) for line in document.lines] == [
        ("A. Novak MD", ("I10",), "Foot xray three views"),
        ("S. Reyes MD", ("J20.9",), "Abdomen ultrasound full"),
    ]
