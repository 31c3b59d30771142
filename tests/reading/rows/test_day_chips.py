"""Days as on a leaf of a calendar: the month above the number of the day, beside or above what was done then."""

from tests.reading.papers import read_text

OFFICE = """
Quarrytown Therapy, LLC
8 Slate Street
Elmgrove, NM 87999

Client: Ada Lombard          Invoice: QC-10447
Invoice date: 05/01/2025

"""


def test_a_month_over_a_number_beside_a_service_is_its_day() -> None:
    lines = read_text(
        OFFICE
        + """
APR  Therapy session, 45 min                         $150.00
 3   90834 for F41.1
APR  Video therapy session, 45 min                   $150.00
10   90834 95 for F41.1
APR  Late cancel fee                                  $45.00
17
APR  Therapy session, 45 min                         $150.00
24   90834 for F41.1
Sessions total                                       $495.00
"""
    ).lines
    assert [(str(line.service_date), line.code, line.diagnosis_codes) for line in lines] == [
        ("2025-04-03", "90834", ("F41.1",)),
        ("2025-04-10", "90834", ("F41.1",)),
        ("2025-04-17", None, ()),
        ("2025-04-24", "90834", ("F41.1",)),
    ]


def test_a_month_over_a_number_above_services_is_the_day_of_all_of_them() -> None:
    lines = read_text(
        OFFICE
        + """
APR
 3   Thursday
     Therapeutic exercise    97110 GP    2 units         $124.00
     Manual therapy    97140 GP 59    1 unit              $58.00
APR
 9   Wednesday
     Therapeutic exercise    97110 GP    1 unit           $62.00
"""
    ).lines
    assert [(str(line.service_date), line.code, line.modifiers, line.units) for line in lines] == [
        ("2025-04-03", "97110", ("GP",), 2),
        ("2025-04-03", "97140", ("GP", "59"), 1),
        ("2025-04-09", "97110", ("GP",), 1),
    ]


def test_one_month_above_one_number_may_be_anything() -> None:
    lines = read_text(
        OFFICE
        + """
MAY  Office visit                                    $140.00
 3   99212
     Strep test                                       $30.00
     87880
"""
    ).lines
    assert all(line.service_date is None for line in lines)


LEAVES = """
{leaf0}  Therapy session, long
{leaf1}  90837    95    1 unit
{leaf2}  Charge                                $210.00
       Plan discount                       -  $60.00
       Plan paid                            - $120.00
       Your share                              $30.00

{leaf3}  Therapy session, short
{leaf4}  90832    95    2 units
{leaf5}  Charge                                 $90.00
       Plan discount                        - $20.00
       Plan paid                            - $56.00
       Your share                              $14.00
"""


def test_a_month_over_a_number_over_a_year_is_the_day_of_the_block_beside_it() -> None:
    text = LEAVES.format(leaf0=" Apr ", leaf1="  3  ", leaf2=" 2025", leaf3=" Apr ", leaf4=" 17  ", leaf5=" 2025")
    lines = read_text(OFFICE.replace("Invoice date: 05/01/2025", "") + text).lines
    assert [str(line.service_date) for line in lines] == ["2025-04-03", "2025-04-17"]
    assert [line.description for line in lines] == ["Therapy session, long", "Therapy session, short"]


def test_code_modifier_and_count_beside_each_other_are_told_apart_in_a_block() -> None:
    text = LEAVES.format(leaf0=" Apr ", leaf1="  3  ", leaf2=" 2025", leaf3=" Apr ", leaf4=" 17  ", leaf5=" 2025")
    lines = read_text(OFFICE + text).lines
    assert [(line.code, line.modifiers, line.units) for line in lines] == [
        ("90837", ("95",), 1),
        ("90832", ("95",), 2),
    ]


def test_a_sign_that_stands_apart_from_an_amount_is_no_part_of_its_caption() -> None:
    text = LEAVES.format(leaf0=" Apr ", leaf1="  3  ", leaf2=" 2025", leaf3=" Apr ", leaf4=" 17  ", leaf5=" 2025")
    lines = read_text(OFFICE + text).lines
    assert [[str(each.amount) for each in line.adjustments] for line in lines] == [["60.00"], ["20.00"]]
