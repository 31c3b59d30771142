"""Tables in tight print above a note with an amount: the note says nothing of where their columns stand."""

from plainbill.reading.heads.head_rows import HeadRows
from plainbill.reading.page import PageWords, Word
from plainbill.reading.rows.atoms import atoms_of
from plainbill.reading.rows.forming import rows_of
from plainbill.testing.doubles import make_word
from tests.reading.papers import read_pages

HIGH, LETTER, BLANK = 26.0, 11.0, 8.0
# Where the columns of amount, words, diagnosis and count begin.
COLUMNS = (150.0, 250.0, 748.0, 842.0)
SERVICES = (
    ("$310.00", "Removal of a mole, first one", "D22.5", "1.00"),
    ("$84.00", "Frozen section", "D22.5", "2.00"),
    ("$22.50", "Blood draw, from a vein", "D22.5", "1.00"),
    ("$145.00", "Visit for a known patient, brief", "D22.5", "1.00"),
    ("$71.00", "Vaccine against the shingles, one of two parts", "D22.5", "1.00"),
)
CODES = ("11400", "88331", "36415", "99212", "90750")
NOTE = "If you are billed for $400 or more above this estimate you have the right to dispute what it says."


def printed(text: str, x0: float, y: float) -> list[Word]:
    words = []
    for part in text.split():
        words.append(make_word(part, x0, y, x0 + LETTER * len(part), y + HIGH))
        x0 += LETTER * len(part) + BLANK
    return words


def page() -> PageWords:
    words = [*printed("Elmgrove Skin Clinic", 130, 100), *printed("Cost Estimate", 1500, 100)]
    words += [*printed("Patient: Ada Lombard", 130, 240), *printed("Estimate ID: 70943", 800, 240)]
    for text, x0 in zip(("Estimate", "What was done", "Diag Cd", "Un"), (152.0, 250.0, 748.0, 850.0), strict=True):
        words += printed(text, x0, 350)
    y = 390.0
    for (charge, *others), code in zip(SERVICES, CODES, strict=True):
        words += printed(charge, 246 - LETTER * len(charge), y)
        for text, x0 in zip(others, COLUMNS[1:], strict=True):
            words += printed(text, x0, y)
        words += printed(code, COLUMNS[1], y + 30)
        y += 68
    words += [
        *printed("$632.50", 246 - 7 * LETTER, y),
        *printed("Estimated total", 700, y),
        *printed(NOTE, 160, y + 100),
    ]
    return PageWords(index=0, file="estimate", number=1, width=1800, height=2400, words=tuple(words))


def test_a_note_that_prints_over_a_gutter_hides_no_column() -> None:
    rows = rows_of(page())
    head = next(i for i, row in enumerate(rows) if row.tokens[0].text == "Estimate")
    below = HeadRows(rows, [atoms_of(row) for row in rows]).below(head)
    assert [values.kind for values in below] == ["money", "text", "text", "money"]


def test_services_of_an_estimate_above_a_note_have_code_charge_and_count() -> None:
    (parsed,) = read_pages(page())
    assert [(line.code, str(line.charge), line.units) for line in parsed.document.lines] == [
        ("11400", "310.00", 1),
        ("88331", "84.00", 2),
        ("36415", "22.50", 1),
        ("99212", "145.00", 1),
        ("90750", "71.00", 1),
    ]
