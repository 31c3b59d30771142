"""Sums below the charges of each department of a hospital, with the department's code beside the word for a sum."""

from tests.reading.papers import read_text

STAY = """
Quince Valley Hospital
418 Adobe Walk, Mesa Alta, NM 87998

Patient: Ada Lombard          Account: QV-10447
Admitted: 03/04/26            Discharged: 03/05/26

SERV DT    ITEM       DESCRIPTION                    HCPCS      QTY      AMOUNT
REV 110    ROOM AND CARE
03/04      1100045    PRIVATE ROOM DAY RATE                       1    2,105.00
{sum} REV 110                                                  2,105.00
REV 250    PHARMACY
03/04      2500313    IBUPROFEN 200 MG TAB                        6       14.10
03/05      2500313    IBUPROFEN 200 MG TAB                        3-       7.05-
03/05      2500871    KETOROLAC INJ 15 MG            J1885        2       31.60
{sum} REV 250                                                     38.65
REV 300    LABORATORY
03/04      3000047    BASIC METAB PNL                80048        1      119.00
{sum} REV 300                                                    119.00
           TOTAL CHARGES                                               2,262.65
"""


def test_sums_of_departments_are_no_services_of_a_list() -> None:
    for words in ("SUB-TOTAL", "SUBTOTAL ", "TOTAL    "):
        document = read_text(STAY.format(sum=words))
        assert [(line.code, line.revenue_code, line.description, str(line.charge)) for line in document.lines] == [
            (None, "0110", "PRIVATE ROOM DAY RATE", "2105.00"),
            (None, "0250", "IBUPROFEN 200 MG TAB", "14.10"),
            (None, "0250", "IBUPROFEN 200 MG TAB", "-7.05"),
            ("J1885", "0250", "KETOROLAC INJ 15 MG", "31.60"),
            ("80048", "0300", "BASIC METAB PNL", "119.00"),
        ]
        assert not document.payments
        assert document.totals is not None and str(document.totals.charges) == "2262.65"
