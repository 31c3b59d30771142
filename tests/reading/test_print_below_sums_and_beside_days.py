"""What stands beside or below a table, in reach of its columns: callouts below the sums, days of a sidebar."""

import pytest

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


LABORATORY = """
    Fernhill Pathology Labs                                             LABORATORY BILL

    ODILE MARCHETTI                                         Invoice Number    60418822
    47 W SPRUCE ST                                          Invoice Date      02/27/2025
    APPLETON WI 54911                                       Date of Service   01/16/2025
                                                            ICD Dx            E78.5, Z00.00

    Tests performed                                         {day}

    80061     Lipid Panel                    $98.25         Primary insurance on file
                                                            HOLLOWAY MUTUAL HEALTH
    83036     Hemoglobin A1c                 $74.50         ID 928455017 01
    82306     Vitamin D, 25-Hydroxy         $226.75
    36415     Venipuncture                   $32.00

    Total Charges                           $431.50
    Amount Due                              $431.50
"""


@pytest.mark.parametrize("day", ["Due 03/24/2025", "Payment due by 03/24/2025"])
def test_a_day_beside_the_heading_of_services_that_says_until_when_to_pay_is_not_theirs(day: str) -> None:
    document = read_text(LABORATORY.format(day=day))
    assert len(document.lines) == 4
    assert {line.service_date for line in document.lines} <= {None, document.service_from}
    assert str(document.due_date) == "2025-03-24"


def test_a_sidebar_names_the_insurer_on_file() -> None:
    document = read_text(LABORATORY.format(day="Due 03/24/2025"))
    assert document.payer is not None and document.payer.name == "HOLLOWAY MUTUAL HEALTH"
    assert document.diagnosis_codes == ("E78.5", "Z00.00")
