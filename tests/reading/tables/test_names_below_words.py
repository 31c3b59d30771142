"""One column for what was done and, below it, who did it; and names in parentheses behind what was done."""

from tests.reading.papers import read_text

INVOICE = """
Larkspur Anesthesia PA                                   INVOICE
Patient: Ada Lombard          Account: LA-10447          Date: 09/22/2026

DATE          CPT      MOD    {head}                 MIN    UNITS    FEE
09/03/2026    00810    QK     Anesthesia, bowel scope               49     7.3      730.00
                              {first}
09/03/2026    99100           Extreme age                                  1.0      100.00
                              {second}
Total charges                                                                       830.00
"""


def lines(head: str, first: str, second: str) -> list[tuple[str | None, str | None]]:
    document = read_text(INVOICE.format(head=f"{head:<21}", first=first, second=second))
    return [(line.description, line.rendering_provider) for line in document.lines]


def test_names_below_what_was_done_are_who_did_it_whatever_heads_both() -> None:
    read = [("Anesthesia, bowel scope", "Ines Okonjo MD"), ("Extreme age", "Per Aldous CRNA")]
    assert lines("PROCEDURE / CLINICIAN", "Ines Okonjo MD", "Per Aldous CRNA") == read
    assert lines("PROCEDURE", "Ines Okonjo MD", "Per Aldous CRNA") == read


def test_words_below_that_name_nobody_go_on() -> None:
    assert lines("PROCEDURE", "of the lower part", "added on") == [
        ("Anesthesia, bowel scope of the lower part", None),
        ("Extreme age added on", None),
    ]


def test_a_name_in_parentheses_with_its_title_is_who_did_it() -> None:
    document = read_text("""
Larkspur Orthopedics
Patient: Ada Lombard          Account: LA-10447          Date: 09/22/2026

Date          Code     Description                                   Charge
09/03/2026    29881    Assistant at surgery (R. Okonjo-Finch PA-C)   652.00
09/03/2026    73562    X-ray of knee (three views)                   138.00
Total charges                                                        790.00
""")
    assert [(line.description, line.rendering_provider) for line in document.lines] == [
        ("Assistant at surgery", "R. Okonjo-Finch PA-C"),
        ("X-ray of knee (three views)", None),
    ]


def test_names_above_what_was_done_are_not_of_the_service_above_them() -> None:
    document = read_text("""
Larkspur Anesthesia PA                                   INVOICE
Patient: Ada Lombard          Account: LA-10447          Date: 09/22/2026

DATE         CODE    PROCEDURE                                 FEE
                     Ines Okonjo MD
09/01/2026   99213   Office visit                              100.00
                     Per Aldous MD
09/02/2026   99214   Office visit                              100.00
                     Lena Okoro MD
09/03/2026   87880   Rapid test                                100.00
                     Ivo Brandt MD
09/04/2026   36415   Blood draw                                100.00
                     Ada Finch MD
09/05/2026   93000   Tracing                                   100.00
                     Ines Okonjo MD
09/06/2026   93000   Tracing                                   100.00
Total charges                                                  600.00
""")
    assert len(document.lines) == 6
    assert document.lines[0].rendering_provider != "Per Aldous MD"


def test_words_that_say_by_whom_are_no_part_of_the_name() -> None:
    read = [("Anesthesia, bowel scope", "Ines Okonjo MD"), ("Extreme age", "Per Aldous CRNA")]
    assert lines("PROCEDURE", "with Ines Okonjo MD", "by Per Aldous CRNA") == read
