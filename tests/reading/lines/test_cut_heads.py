"""Heads of which a photo lost some words that another page of the paper prints."""

from collections.abc import Sequence

from plainbill.case import Line
from tests.reading.papers import page_of, read_pages

FIRST = """
Elmgrove Community Hospital
44 Slate Street, Elmgrove, NM 87999

Patient: Ada Lombard      Account: 4470-118
Statement date: 05/01/2025

Per Unit    Qty    Balance     Service                      Charge    Service Date    Rev
  48.00     1        48.00     Lipid panel (80061)           48.00    04/02/2025      0301
  11.00     2        70.00     Blood draw (36415)            22.00    04/02/2025      0300
 310.00     1       380.00     Film of the hand (73130)     310.00    04/03/2025      0320
Page 1 of 2
"""
SECOND = """
Per Unit    Qty    Balance     Service{rest}
   7.00     5       415.00     Finger splint (29130)         35.00    04/03/2025      0270
  45.00     3       550.00     Therapy, 15 min (97110)      135.00    04/04/2025      0420
 940.00     1     1,490.00     Visit, level 4 (99284)       940.00    04/04/2025      0450
Page 2 of 2
"""
REST = "                      Charge    Service Date    Rev"


def lines_below(second: str) -> Sequence[Line]:
    (parsed,) = read_pages(page_of(FIRST), page_of(second, index=1))
    return parsed.document.lines


def test_a_page_that_lost_half_of_the_head_is_read_below_all_of_it() -> None:
    lines = lines_below(SECOND.format(rest=""))
    assert [(str(line.charge), line.units, str(line.service_date), line.revenue_code) for line in lines[3:]] == [
        ("35.00", 5, "2025-04-03", "0270"),
        ("135.00", 3, "2025-04-04", "0420"),
        ("940.00", 1, "2025-04-04", "0450"),
    ]
    assert lines == lines_below(SECOND.format(rest=REST))


def test_a_table_of_its_own_with_some_of_the_words_stays_what_it_is() -> None:
    lines = lines_below("""
Service                                  Qty    Charge       Service Date
Finger splint (29130)                    5         35.00     04/03/2025
Therapy, 15 min (97110)                  3        135.00     04/04/2025
Page 2 of 2
""")
    assert [(str(line.charge), line.units, str(line.service_date)) for line in lines[3:]] == [
        ("35.00", 5, "2025-04-03"),
        ("135.00", 3, "2025-04-04"),
    ]
