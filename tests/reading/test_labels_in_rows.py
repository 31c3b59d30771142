"""Labels without a colon, within a row or beside a name: where the name ends and the label begins."""

from plainbill.case import Document
from plainbill.reading.documents import parse
from plainbill.reading.layout import lay_out
from plainbill.reading.page import PageWords
from plainbill.testing.doubles import make_word
from tests.reading.papers import read_text

SERVICES = """

Date          Code     Description       Amount
04/02/2026    99213    Office visit      120.00
Total                                    120.00
"""


def bill(head: str) -> Document:
    return read_text(head + SERVICES)


def test_a_name_without_a_colon_is_read_where_it_ends_below_another_label() -> None:
    document = bill("""
Kettle Creek Clinic                                Statement 04/05/2026
210 Granary St, Kettle Creek, MO 64999             Account No. 8841-077
                                                Patient Rutherford Lowe
""")
    assert document.patient is not None
    assert document.patient.name == "Rutherford Lowe"


def test_the_name_of_an_insurer_without_a_colon_keeps_its_last_word() -> None:
    document = bill("""
Kettle Creek Clinic                                Statement 04/05/2026
                                                            Patient DOB 9/9/1975
                                    Insurance ROWAN STATE PLAN ID# RSP4402178-00
""")
    assert document.payer is not None
    assert document.coverage is not None
    assert (document.payer.name, document.coverage.member_id) == ("ROWAN STATE PLAN", "RSP4402178-00")


def test_the_last_digits_of_a_number_in_groups_begin_no_label() -> None:
    document = bill("Kettle Creek Clinic\nPatient: Ada Lombard\nMember ID: TZH 3300 9182 02 Group: 70155\n")
    assert document.coverage is not None
    assert (document.coverage.member_id, document.coverage.group_number) == ("TZH 3300 9182 02", "70155")


def test_the_id_of_a_client_is_an_account() -> None:
    document = bill("Kettle Creek Behavioral Health\nClient: Ada Lombard\nClient ID: HB-7705\n")
    assert document.patient is not None
    assert document.patient.account_number == "HB-7705"
    assert document.coverage is None


def test_a_number_below_its_label_may_begin_with_the_word_for_it() -> None:
    document = bill("""
Kettle Creek Supply

Customer              Invoice               Coverage
Ada Lombard           No. SG-2026-3307      Lantern Advantage
""")
    assert document.patient is not None
    assert document.payer is not None
    assert (document.patient.account_number, document.payer.name) == ("SG-2026-3307", "Lantern Advantage")


def test_whom_the_care_was_for_goes_before_whom_the_paper_was_prepared_for() -> None:
    document = bill("Kettle Creek Clinic\nPrepared for: Lavinia Petrosyan\nPatient: Emeric Petrosyan (dependent)\n")
    assert document.patient is not None
    assert document.patient.name == "Emeric Petrosyan"


def test_a_surname_before_a_comma_without_a_blank_is_printed_as_it_stands() -> None:
    for name in ("VANTERPOOL,MARISOL", "MOORCROFT, ISOLDE", "VANTERPOOL,MARISOL J"):
        for label in ("Patient: ", "PATIENT NAME ", "Patient      "):
            document = bill(f"Kettle Creek Clinic\n{label}{name}\nAccount: 40172-11\n")
            assert document.patient is not None, (label, name)
            assert document.patient.name == name


def test_a_word_nearer_to_a_label_than_to_the_name_before_it_belongs_to_the_label() -> None:
    placed = [
        ("Kettle", 50, 40, 120), ("Creek", 130, 40, 200), ("Clinic", 210, 40, 290),
        ("Patient", 50, 80, 130), ("Name:", 140, 80, 200),
        ("Odalys", 350, 80, 440), ("Brennekamp", 450, 80, 620),
        ("Hospital", 645, 80, 750), ("Account", 755, 80, 855), ("#:", 865, 80, 890), ("600218845", 911, 80, 1046),
        ("Office", 50, 160, 120), ("visit", 130, 160, 190), ("99213", 350, 160, 430), ("120.00", 911, 160, 1000),
        ("Total", 50, 200, 120), ("charges", 130, 200, 210), ("120.00", 911, 200, 1000),
    ]  # fmt: skip
    words = tuple(make_word(text, x0, y, x1, y + 26) for text, x0, y, x1 in placed)
    page = PageWords(index=0, file="bill", number=1, width=1200, height=1500, words=words)
    parsed = parse([page], [lay_out(page)])
    assert parsed is not None
    patient = parsed.document.patient
    assert patient is not None
    assert (patient.name, patient.account_number) == ("Odalys Brennekamp", "600218845")
