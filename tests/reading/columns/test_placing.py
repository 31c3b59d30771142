"""Words to the columns they stand in."""

from dataclasses import replace

from plainbill.reading.columns.column import placeless
from plainbill.reading.columns.placing import assign
from plainbill.reading.rows.atoms import atoms_of
from plainbill.reading.rows.forming import rows_of
from tests.reading.papers import page_of, read_text


def test_words_that_run_on_past_the_end_of_the_table_are_not_torn() -> None:
    document = read_text("""
        Orchard Park Regional Hospital
        Patient: Ada Lombard          Account: LC-10447

        CHARGED     REVENUE CENTER
        7,404.25    CT Scan
        5,379.00    Medical and surgical supplies, devices and implants
        7,485.90    Recovery Room
        20,269.15   TOTAL CHARGES
    """)
    assert [line.description for line in document.lines] == [
        "CT Scan",
        "Medical and surgical supplies, devices and implants",
        "Recovery Room",
    ]


def test_a_code_in_parentheses_behind_words_that_run_on_is_theirs() -> None:
    document = read_text("""
        Orchard Park Regional Hospital
        Patient: Ada Lombard          Account: LC-10447

        CHARGED     SERVICE
        310.00      X-ray of the hand
        79.00       Count of the blood with its kinds of cells (85025 91)
        24.00       Test of the blood for its clotting, first one (85610)
        413.00      TOTAL CHARGES
    """)
    assert [(line.code, line.modifiers) for line in document.lines] == [(None, ()), ("85025", ("91",)), ("85610", ())]


def test_what_stands_beside_a_table_is_none_of_its_words() -> None:
    document = read_text("""
        Orchard Park Regional Hospital
        Patient: Ada Lombard          Account: LC-10447

        CHARGED     REVENUE CENTER
        7,404.25    CT Scan
        5,379.00    Medical supplies                  Questions about this
        7,485.90    Recovery Room                     bill? Call us.
        20,269.15   TOTAL CHARGES
    """)
    assert [line.description for line in document.lines] == ["CT Scan", "Medical supplies", "Recovery Room"]


def test_the_dash_of_an_empty_column_is_no_sign_of_the_amount_before_it() -> None:
    document = read_text("""
        Harrow Lake Health Plan
        Explanation of benefits                    This is not a bill
        Patient: Ada Lombard                       Claim number: 88201

        Service             Charged     Approved   Paid      You owe
        Speech therapy      $ 184.39 -             $0.00     $184.39
        Office visit        $ 100.00    $ 80.00    $60.00    $40.00
        Office visit        $ 100.00    $ 80.00    $60.00    $40.00
        Total               $ 384.39    $160.00    $120.00   $264.39
    """)
    assert [str(line.charge) for line in document.lines] == ["184.39", "100.00", "100.00"]


FORM = """
    42 REV CD    43 DESCRIPTION              44 HCPCS      45 SERV DATE    46 UNITS    47 TOTAL CHARGES
    0250         SALT WATER, BAG                           04/18/2026      1           58.00
    0636         DYE, TWO BOTTLES PER ML OF  ML Q9967      04/18/2026      4           84.20
    0320         PICTURE OF WRIST            73110 RT      04/19/2026      1           287.50
    0450         EMERG ROOM                  99284 25      04/19/2026      1           2266.00
"""


def test_two_letters_right_before_a_code_are_the_end_of_the_words_and_behind_it_a_modifier() -> None:
    lines = read_text(FORM).lines
    assert [(line.code, line.modifiers) for line in lines] == [
        (None, ()),
        ("Q9967", ()),
        ("73110", ("RT",)),
        ("99284", ("25",)),
    ]
    assert lines[1].description == "DYE, TWO BOTTLES PER ML OF ML"


def test_an_amount_that_stands_farther_left_than_its_head_leaves_the_column_of_another() -> None:
    lines = read_text("""
        Harrow Lake Health Plan
        Explanation of benefits                    This is not a bill
        Patient: Ada Lombard                       Claim number: 88201

        Service             Charged     Approved     Paid                 You owe
        Speech therapy      $184.39     $100.00      $60.00               $40.00
        Office visit        $110.00     $ 80.00      $60.00               $20.00
        Knee x-ray          $120.00     $ 90.00      $50.00   $40.00
        Bandage             $ 10.00     $ 10.00      $ 5.00   $ 5.00
    """).lines
    assert [(str(line.plan_paid), str(line.patient_responsibility)) for line in lines] == [
        ("60.00", "40.00"),
        ("60.00", "20.00"),
        ("50.00", "40.00"),
        ("5.00", "5.00"),
    ]


def test_words_of_the_last_column_run_on_behind_a_dash() -> None:
    (row,) = rows_of(page_of("11/03/2026   Copay received - Thanks"))
    atoms = atoms_of(row)
    right = next(atom.x1 for atom in atoms if atom.text == "received")
    spans = (("date", 0.0, atoms[1].x0), ("description", atoms[1].x0, right))
    columns = [replace(placeless(field), left=left, right=end) for field, left, end in spans]

    assert [" ".join(atom.text for atom in cell) for cell in assign(columns, atoms)][1] == "Copay received - Thanks"
