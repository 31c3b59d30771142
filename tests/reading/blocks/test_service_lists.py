"""Services that a visit summary lists below a heading."""

from dataclasses import replace

import pytest

from plainbill.reading.page import PageWords
from plainbill.testing.doubles import make_word
from tests.reading.papers import page_of, read_pages, read_text

HEAD = """
Quarrytown Clinic                       After-Visit Summary
Patient: Ada Lombard                    Visit date: 04/02/2025
Diagnoses: E11.9, I10

{heading}
"""
TAIL = """

Keep walking 20 minutes a day and drink enough water.
This summary is part of your medical record.
"""


def lines(heading: str, listed: str) -> list[tuple[str | None, str | None]]:
    read = read_text(HEAD.format(heading=heading) + listed + TAIL)
    return [(line.code, line.description) for line in read.lines]


@pytest.mark.parametrize(
    "heading", ["What we did", "Procedures", "Performed today:", "Services and tests performed", "Done at this visit"]
)
def test_each_row_below_the_heading_is_a_service(heading: str) -> None:
    listed = "Exercises for strength and motion\nElectrical stimulation"

    assert lines(heading, listed) == [(None, "Exercises for strength and motion"), (None, "Electrical stimulation")]


def test_a_code_leads_its_words_over_two_rows() -> None:
    listed = "90686 - Flu vaccine,\nfour strains\nJ1030 - Methylprednisolone\ninjection"

    assert lines("Procedures", listed) == [
        ("90686", "Flu vaccine, four strains"),
        ("J1030", "Methylprednisolone injection"),
    ]


def test_an_entry_of_two_words_apart_from_the_others_opens_no_section() -> None:
    listed = "Fluoride varnish\nD1206\n\nLaughing gas\nD9230\n\nMouth guard\nD9944"

    assert lines("Procedures", listed) == [
        ("D1206", "Fluoride varnish"),
        ("D9230", "Laughing gas"),
        ("D9944", "Mouth guard"),
    ]


def test_an_entry_that_goes_on_in_small_letters_opens_no_section() -> None:
    listed = "Exercises for strength\nand motion\n\nPhysical therapy\nevaluation, low\n\nSpeech therapy, one\nperson"

    assert lines("Procedures performed", listed) == [
        (None, "Exercises for strength and motion"),
        (None, "Physical therapy evaluation, low"),
        (None, "Speech therapy, one person"),
    ]


def test_a_code_stands_below_its_words() -> None:
    listed = "Training of daily movements\n97530\nSpeech therapy, one person\n92507"

    assert lines("Done today", listed) == [
        ("97530", "Training of daily movements"),
        ("92507", "Speech therapy, one person"),
    ]


def test_codes_stand_in_a_column_of_their_own() -> None:
    listed = "Cleaning, adult                          D1110\nRoot canal, molar                        D3330"

    assert lines("Procedures                               HCPCS Code", listed) == [
        ("D1110", "Cleaning, adult"),
        ("D3330", "Root canal, molar"),
    ]


def test_rows_that_begin_raggedly_are_told_by_the_codes_behind_them() -> None:
    # Each box that is ticked takes some of the room before the words.
    listed = " Hearing test                     CPT 92551\n" + "Wound care                        CPT 97597\n"
    listed += " Tetanus shot                     CPT 90714"

    assert [code for code, _ in lines("Done during your visit", listed)] == ["92551", "97597", "90714"]


def test_medicines_to_take_are_no_services() -> None:
    listed = "Electrical stimulation\nMedications\nMetformin 500 mg twice daily"

    assert lines("Done today", listed) == [(None, "Electrical stimulation")]


def test_a_bill_has_no_such_lists() -> None:
    bill = """
Quarrytown Clinic                                  Statement
Patient: Ada Lombard           Amount due: $40.00

Procedures
We accept cash and cards
Please call us before noon
"""
    assert read_text(bill).lines == ()


def test_words_over_the_codes_may_stand_before_those_over_what_was_done() -> None:
    lines = read_text("""
Pinecrest Family Dentistry              Your Visit Summary
1292 Sandia Way
Pinecrest, WA 07306

Patient: Sabina Quillfeather       Visit date: 2024-10-27

Diagnoses: J02.9, R10.9

HCPCS Code  Procedures
D0330       Whole-jaw X-ray
D2391       Tooth-colored filling, one surface, back tooth

This summary is part of your medical record.
""").lines
    assert [(line.code, line.description) for line in lines] == [
        ("D0330", "Whole-jaw X-ray"), ("D2391", "Tooth-colored filling, one surface, back tooth"),
    ]  # fmt: skip


def test_a_word_that_opens_the_next_section_ends_the_list() -> None:
    document = read_text("""
Larkmoor Primary Care
After Visit Summary
Patient: Ida Quill            Visit date: 02/17/2026

What we did today
Blood pressure check
Electrocardiogram (ECG)
Blood drawn for lipid panel

Time
Total time spent today: 22 minutes
""")
    assert [line.description for line in document.lines] == [
        "Blood pressure check",
        "Electrocardiogram (ECG)",
        "Blood drawn for lipid panel",
    ]


def test_ticks_before_entries_are_no_words_and_a_count_behind_them_is_that_of_the_service() -> None:
    listed = "\u2713 Office visit, follow-up     99214\n\u2713 Triamcinolone 10 mg \u00d74 units     J3301"
    read = read_text(HEAD.format(heading="Done today") + listed + TAIL).lines
    assert [(line.code, line.description, line.units) for line in read] == [
        ("99214", "Office visit, follow-up", None),
        ("J3301", "Triamcinolone 10 mg", 4),
    ]


def test_a_code_with_its_point_behind_words_in_a_list_of_diagnoses_is_one() -> None:
    document = read_text("""
Quarrytown Clinic                       After-Visit Summary
Patient: Ada Lombard                    Visit date: 04/02/2025

Diagnoses
Moderate asthma with flare J45.41
Rash from plants L23.7

Done today
Office visit, follow-up     99214
""")
    assert document.diagnosis_codes == ("J45.41", "L23.7")


def test_a_box_beside_a_list_and_boxes_before_its_entries_are_none_of_it() -> None:
    document = read_text("""
Quarrytown Clinic                       After-Visit Summary
Patient: Ada Lombard                    Visit date: 04/02/2025

Why you came
Follow-up visit, established patient. We talked about 3 problems and
spent 35 minutes together.

What was done                                           Measures
     Office visit, established patient     99214           Pressure 131/80
     Strep test, rapid                     87880 QW        Pulse 66
M    Flu shot, high dose                   90662           Weight 150 lb
     Giving the flu shot                   G0008           Height 66 in

Your medicines
Keep all as they are.
""")
    assert [(line.code, line.modifiers, line.description) for line in document.lines] == [
        ("99214", (), "Office visit, established patient"),
        ("87880", ("QW",), "Strep test, rapid"),
        ("90662", (), "Flu shot, high dose"),
        ("G0008", (), "Giving the flu shot"),
    ]


def test_sentences_say_how_long_a_visit_took_and_what_it_was_about() -> None:
    visit = read_text("""
Quarrytown Clinic                       After-Visit Summary
Patient: Ada Lombard                    Visit date: 04/02/2025

Why you came
Follow-up visit, established patient. We talked about 3 problems and
spent 35 minutes together.

What was done
Office visit, follow-up     99214
""").visit
    assert visit is not None
    assert (visit.minutes, visit.problems_addressed, visit.new_patient) == (35, 3, False)


def test_words_that_go_on_in_small_letters_are_no_heading() -> None:
    listed = "Breathing\ncapacity test\n\nShot of\nmedicine\nunder the skin"

    assert lines("Performed today", listed) == [
        (None, "Breathing capacity test"),
        (None, "Shot of medicine under the skin"),
    ]


def test_entries_of_an_airy_list_stand_as_far_apart_as_the_first_from_the_heading() -> None:
    listed = "Fluoride varnish today\nD1206\nLaughing gas\nD9230\nMouth guard\nD9944"
    page = page_of(HEAD.format(heading="Procedures") + listed)
    (top,) = (word.box.y0 for word in page.words if word.text == "Procedures")
    rows = sorted({word.box.y0 for word in page.words if word.box.y0 > top})
    # Print of 16 pixels: entries 50 apart, the first of them 46 below the heading.
    lowered = dict(zip(rows, (top + by for by in (46, 74, 124, 152, 202, 230)), strict=True))
    boxes = [replace(word.box, y0=lowered.get(word.box.y0, word.box.y0)) for word in page.words]
    words = [replace(word, box=replace(box, y1=box.y0 + 16)) for word, box in zip(page.words, boxes, strict=True)]
    (parsed,) = read_pages(replace(page, words=tuple(words)))
    assert [line.code for line in parsed.document.lines] == ["D1206", "D9230", "D9944"]


def test_words_behind_a_code_that_could_be_a_heading_are_what_was_done() -> None:
    listed = "99213      Office visit\n81003      Urine dip\n96372      Injection given\nJ1030      Steroid"
    assert lines("What was done today", listed) == [
        ("99213", "Office visit"),
        ("81003", "Urine dip"),
        ("96372", "Injection given"),
        ("J1030", "Steroid"),
    ]


def test_rows_of_a_list_on_a_photo_begin_a_little_to_the_left_or_right() -> None:
    rows = ("Training to", "walk, 15", "minutes", "Ultrasound", "therapy, 15", "minutes", "Hot or cold", "packs")
    starts = (158, 154, 158, 159, 149, 158, 154, 152)
    heights = (500, 526, 552, 592, 618, 644, 684, 710)
    words = [
        make_word(text, x0, y, x0 + 9.0 * len(text), y + 24) for text, x0, y in zip(rows, starts, heights, strict=True)
    ]
    head = [
        make_word("AFTER-VISIT SUMMARY", 152, 100, 420, 124),
        make_word("Ferncross Rehab Center", 700, 100, 980, 124),
        make_word("Visit date: February 1, 2026", 152, 300, 480, 324),
        make_word("PROCEDURES PERFORMED", 152, 458, 420, 482),
    ]
    page = PageWords(index=0, file="list", number=1, width=1000, height=1300, words=(*head, *words))
    (parsed,) = read_pages(page)

    assert [line.description for line in parsed.document.lines] == [
        "Training to walk, 15 minutes",
        "Ultrasound therapy, 15 minutes",
        "Hot or cold packs",
    ]
