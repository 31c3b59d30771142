"""What stands beside or below a table, in reach of its columns: callouts below the sums, days of a sidebar."""

from tests.reading.papers import read_text

TESTS = """
Harbor Diagnostics                                             Laboratory invoice INV-26-0099317
1 Kestrel Road, Dunmore Heights, PA 18999
Patient name   Ada Lombard           Invoice date   02/24/2026

Collected     Test                              CPT     ICD-10    List price   Plan paid   Plan savings   Your share
01/27/2026    Lipid panel                       80061   E78.5      98.00       22.31       71.20            4.49
01/27/2026    Hemoglobin A1c                    83036   E11.65     74.50       13.28       56.22            5.00
                                                        Totals    172.50       35.59      127.42            9.49

Lipid testing was not covered in full. You may
ask your doctor to send us another diagnosis.
                                                                                                            $9.49
"""
CARE = """
Quarrytown Regional                                                     Patient bill
2200 Calloway Bend, Orrin, TX 78999                         Mailed May 20, 2026
Patient         Ada Lombard

                              Date       Description                      Procedure   Qty    Total charge
                              04/14/26   Colonoscopy with snare removal   45385       1          3,846.00
                              04/14/26   Propofol 10 mg injection         J2704       22            61.60
     Pay by June 19, 2026     04/14/26   Tissue exam, level IV            88305       3          1,092.00
                              04/14/26   Blood draw                       36415       1             24.00
                                         Total                                                   5,023.60
"""


def test_words_below_the_sums_and_the_amount_of_a_callout_are_no_service() -> None:
    lines = read_text(TESTS).lines

    assert [line.code for line in lines] == ["80061", "83036"]


def test_a_day_in_a_sidebar_is_not_that_of_the_service_beside_it() -> None:
    document = read_text(CARE)

    assert {str(line.service_date) for line in document.lines} == {"2026-04-14"}
    assert [line.service_date_to for line in document.lines] == [None] * 4
    assert str(document.due_date) == "2026-06-19"
