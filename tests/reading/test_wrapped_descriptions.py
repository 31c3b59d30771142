"""Descriptions over several rows, with the amounts beside the first, the middle or the last of them."""

from plainbill.reading.page import PageWords
from plainbill.testing.doubles import make_word
from tests.reading.papers import read_pages, read_text

HEAD = """
Cinder Ridge Benefit Plan               Explanation of benefits
Member: Ada Lombard      Member ID: CR-20441      Processed: 05/09/2025

Service                                 Charged     Allowed     Plan paid    You owe
"""
LAST = """
Follow-up visit of an old
patient, 30-
39 minutes (99214)                      $180.00     $120.00     $100.00      $20.00

X-ray of the left
wrist, three views (73110)              $95.00      $60.00      $50.00       $10.00

Removal of a
splinter (10120)                        $210.00     $140.00     $115.00      $25.00
"""
MIDDLE = """
Follow-up visit of an
old patient, up to                      $180.00     $120.00     $100.00      $20.00
thirty minutes (99214)

X-ray of the left
wrist with at least                     $95.00      $60.00      $50.00       $10.00
three views (73110)

Removal of a splinter (10120)           $210.00     $140.00     $115.00      $25.00
"""
HEADED = """
IMAGING

wrist x-ray (73110)                     $95.00      $60.00      $50.00       $10.00
chest x-ray (71046)                     $80.00      $40.00      $30.00       $10.00

LABORATORY

blood count (85025)                     $20.00      $10.00      $10.00       $0.00
"""


def _described(rows: str) -> list[tuple[str | None, str | None]]:
    return [(line.code, line.description) for line in read_text(HEAD + rows).lines]


def test_amounts_beside_the_last_row_take_all_rows_above() -> None:
    assert _described(LAST) == [
        ("99214", "Follow-up visit of an old patient, 30-39 minutes"),
        ("73110", "X-ray of the left wrist, three views"),
        ("10120", "Removal of a splinter"),
    ]


def test_amounts_beside_the_middle_row_take_the_rows_on_both_sides() -> None:
    assert _described(MIDDLE) == [
        ("99214", "Follow-up visit of an old patient, up to thirty minutes"),
        ("73110", "X-ray of the left wrist with at least three views"),
        ("10120", "Removal of a splinter"),
    ]


def test_headings_over_small_letters_are_no_part_of_the_service_below() -> None:
    assert _described(HEADED) == [("73110", "wrist x-ray"), ("71046", "chest x-ray"), ("85025", "blood count")]


def test_words_and_a_reason_below_the_last_service_are_its_own_although_they_speak_of_a_visit() -> None:
    first, second = read_text("""
Larchmont Health
Explanation of Benefits                     Process Date: 04/06/2025

Patient: Ada Lombard       Claim No.: 2604100871
Provider: Quarrytown Infirmary

Date         Rev    Service                Proc     Billed     Allowed   Plan paid   Reason    Amount
03/13/2025   0450   Emergency room         99284   1210.00      568.70      454.96   CO-45     641.30
                    visit, high severity                                             PR-2      113.74
03/15/2025   0450   Emergency room         99285   3506.52     2314.30     2279.30   CO-253   1192.22
                    visit, most severe                                               PR-3       35.00
""").lines
    assert [line.description for line in (first, second)] == [
        "Emergency room visit, high severity",
        "Emergency room visit, most severe",
    ]
    assert [[each.reason for each in line.adjustments] for line in (first, second)] == [["45", "2"], ["253", "3"]]


def test_a_department_closer_to_the_service_above_ends_its_words() -> None:
    words = [
        make_word("Alder Infirmary", 40, 40, 300, 68),
        make_word("Patient: Ada Lombard", 40, 100, 300, 124),
        make_word("Description", 40, 200, 180, 224),
        make_word("Rev", 400, 200, 450, 224),
        make_word("Charge", 800, 200, 900, 224),
    ]
    rows = (
        (260, "ROOM AND BOARD", None),
        (305, "ROOM SEMI-PRIV", ("0121", "4,660.28")),
        (333, "MED/SURG", None),
        (379, "ROOM ICU GENERAL", ("0200", "12,184.00")),
        (424, "EMERGENCY ROOM", None),
        (469, "ER VISIT LEVEL 4", ("0450", "1,560.00")),
        (514, "Total charges", ("", "18,404.28")),
    )
    for y, text, values in rows:
        words.append(make_word(text, 40, y, 40 + 12.0 * len(text), y + 24))
        for value, x1 in zip(values or (), (450, 900), strict=False):
            words += [make_word(value, x1 - 12.0 * len(value), y, x1, y + 24)] if value else []
    page = PageWords(index=0, file="bill", number=1, width=1000, height=1300, words=tuple(words))
    (parsed,) = read_pages(page)

    assert [line.description for line in parsed.document.lines] == [
        "ROOM SEMI-PRIV MED/SURG",
        "ROOM ICU GENERAL",
        "ER VISIT LEVEL 4",
    ]
