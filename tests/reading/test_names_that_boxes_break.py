"""Names that a box breaks over two rows, that wide print sets apart, or that labels follow in the same print."""

from plainbill.reading.layout import lay_out
from tests.reading.papers import SERVICES, page_of, read_text, values_of


def _bill(text: str) -> dict[str, object]:
    return values_of(
        read_text(f"""
Ferncross Clinic                                   Statement
18 Elm St
Dover, DE 19901

{text}

Date          Code     Service            Charge
03/02/2026    99213    Office visit       140.00
03/02/2026    87880    Rapid test          40.00
Total charges                             180.00
""")
    )


def test_first_names_below_a_surname_with_its_comma_belong_to_it() -> None:
    paper = _bill("""
Claim paid          Payer ID     PBC01       Patient    LOMBARD,
                                                        ADA M
Check               0019942                  Member     PBC40172206
""")
    assert paper["patient"]["name"] == "LOMBARD, ADA M"  # type: ignore[index]


def test_the_word_that_makes_a_firm_of_a_name_is_read_below_it() -> None:
    paper = _bill("""
Patient Name        Primary Insurance      Member ID        Attending
LOMBARD, ADA M      COPPER LARCH           CLH4017220       W. SEFTON
                    HEALTH                                  MD
""")
    assert paper["payer"]["name"] == "COPPER LARCH HEALTH"  # type: ignore[index]


def test_a_word_below_a_firms_whole_name_is_no_part_of_it() -> None:
    paper = _bill("""
Patient Name        Primary Insurance      Member ID        Attending
LOMBARD, ADA M      COPPER HEALTH PLAN     CLH4017220       W. SEFTON
                    SERVICES                                MD
""")
    assert paper["payer"]["name"] == "COPPER HEALTH PLAN"  # type: ignore[index]


def test_words_of_a_name_that_wide_print_sets_apart_are_one_name() -> None:
    paper = _bill("""
RUN NUMBER     DATE OF CALL    PATIENT                        STATEMENT DATE
26-004417      01/31/2026      AMOS  K LOMBARD                03/20/2026
""")
    assert paper["patient"]["name"] == "AMOS K LOMBARD"  # type: ignore[index]


def test_sex_behind_a_name_is_no_part_of_it() -> None:
    paper = _bill("Patient: Ada Lombard Sex F DOB 08/25/1969")
    assert (paper["patient"]["name"], paper["patient"]["sex"]) == ("Ada Lombard", "F")  # type: ignore[index]


def test_an_initial_that_a_reader_put_to_a_first_name_stands_apart() -> None:
    paper = _bill("Patient: AMOSJ. LOMBARD")
    assert paper["patient"]["name"] == "AMOS J. LOMBARD"  # type: ignore[index]


def test_people_before_the_labels_of_their_numbers_are_named_without_a_colon() -> None:
    paper = values_of(
        read_text(f"""
Meridia Health                                     Explanation of Benefits

Enrollee Amos Lombard ID MH 6620144 02
Patient Ada Lombard Claim 20260-MH-3390
{SERVICES}
""")
    )
    assert paper["patient"]["name"] == "Ada Lombard"  # type: ignore[index]
    assert paper["coverage"]["subscriber_name"] == "Amos Lombard"  # type: ignore[index]


def test_captions_beside_a_label_name_nobody() -> None:
    paper = values_of(
        read_text(f"""
Meridia Health                                     Explanation of Benefits

Member             Amos Lombard
Person in need     Ada Lombard
Member no.         MH-30881

Provider/Facility Name       Provider/Facility Type
Ferncross Clinic             Physician office
{SERVICES}
""")
    )
    assert paper["coverage"]["subscriber_name"] == "Amos Lombard"  # type: ignore[index]
    assert paper["provider"]["name"] == "Ferncross Clinic"  # type: ignore[index]


def test_the_number_of_a_specimen_is_no_phone() -> None:
    paper = _bill("""
Invoice date      Patient          Specimen #
May 30, 2026      Ada Lombard      132-441-0876-0
""")
    assert "phone" not in paper["provider"]  # type: ignore[operator]


def test_the_caption_of_a_person_to_call_is_no_provider() -> None:
    layout = lay_out(
        page_of("""
Good Faith Estimate for Health Care Items and Services
Provider/Facility Name             Provider/Facility Type
Ferncross Urology PLLC             Physician office
Street Address                     Contact Person / Phone
8 Slate Street, Elmgrove NM 87999  Ina Marsh, 505-555-0142
""")
    )
    named = [label.value.value for label in layout.labels if label.field == "provider.name"]
    assert named == ["Ferncross Urology PLLC"]
