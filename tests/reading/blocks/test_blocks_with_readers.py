"""Services in blocks that name the diagnosis and who read the pictures."""

from tests.reading.papers import read_text

BILL = """
Bayhaven Radiology                                       Reading fees for your imaging
Patient: Rosalind Quigley                                Account: BR 90-55127

CT ABDOMEN AND PELVIS WITH CONTRAST                      Chg             $418.00
Feb 11, 2026   Proc 74177-26   Dx R10.31                 Ins Adj        -$291.40
Read by Odalys Brandt, MD                                Ins Pd         -$101.28
                                                         Pt Resp          $25.32
CHEST SINGLE VIEW                                        Chg              $46.00
Feb 13, 2026   Proc 71045-26   Dx R06.02                 Ins Adj         -$36.90
Read by Wendell Sato, MD                                 Ins Pd           -$7.28
                                                         Pt Resp           $1.82
Total charges                                                            $464.00
"""


def test_the_diagnosis_and_who_read_are_no_words_of_the_service() -> None:
    lines = read_text(BILL).lines
    assert [(line.code, line.modifiers, line.description) for line in lines] == [
        ("74177", ("26",), "CT ABDOMEN AND PELVIS WITH CONTRAST"),
        ("71045", ("26",), "CHEST SINGLE VIEW"),
    ]
    assert [line.diagnosis_codes for line in lines] == [("R10.31",), ("R06.02",)]
    assert [line.rendering_provider for line in lines] == ["Odalys Brandt, MD", "Wendell Sato, MD"]
