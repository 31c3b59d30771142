"""Pictures of a spreadsheet: the letters and numbers around it are no part of the paper."""

from tests.reading.papers import read_text

SHEET = """
          A              B                       C           D               E
 1     Larkmoor Hand Clinic
 2     740 Canal Row, Larkmoor OH 44399                                    330-555-0138
 3     Estimate no.   E-0619
 4     Patient        Ada Lombard                        DOB             7/4/1967
 5
 6     CPT            Service                 How many    Price each      Price
 7     99204          New consult, hand              1        310.00     310.00
 8     73130          Hand film 3 views              2         95.00     190.00
 9     L3908          Wrist splint                   2         88.00     176.00
10
11                    Estimate total                                     676.00
"""


def test_letters_and_numbers_around_a_sheet_are_no_part_of_it() -> None:
    document = read_text(SHEET)
    assert [line.description for line in document.lines] == ["New consult, hand", "Hand film 3 views", "Wrist splint"]
    assert document.provider is not None
    assert document.provider.name == "Larkmoor Hand Clinic"
    assert document.text is not None
    assert document.text.startswith("Larkmoor Hand Clinic")


def test_without_letters_above_numbers_may_be_anything() -> None:
    document = read_text("\n".join(SHEET.splitlines()[2:]))
    assert document.text is not None
    assert document.text.startswith("1 Larkmoor Hand Clinic")
