"""Services as items of a list: words and amount on a row, facts about them in small type below or beside."""

import pytest

from plainbill.case import Document
from tests.reading.papers import page_of, read_pages, read_text

OFFICE = """
Quarrytown Clinic, LLC
8 Slate Street
Elmgrove, NM 87999

Patient: Ada Lombard          Account: QC-10447
Statement date: 05/01/2025

"""

VISITS = """
Skin care visit \u00b7 Wednesday, April 2, 2025                      SENT TO PLAN
with Ines Okonjo, MD
Office visit, brief                                       $140.00
CPT 99212    Dx L30.9, B35.1    Qty 1
Freezing of warts                                         $210.00
CPT 17110-59    Dx B07.9    Qty 1
Visit charges                                             $350.00
Plan discount                                             -$90.00
Insurance paid                                           -$200.00
You owe for this visit                                     $60.00
Lab visit \u00b7 Friday, April 11, 2025                          SENT TO PLAN
with Per Aldous, PA-C
Fungus culture                                             $48.00
CPT 87101    Dx B35.1    Qty 2
Blood draw                                                 $22.00
CPT 36415    Dx B35.1    Qty 1
Visit charges                                              $70.00
Plan discount                                             -$20.00
Insurance paid                                            -$40.00
You owe for this visit                                     $10.00
All visits
Total charges                                             $420.00
Plan discounts                                           -$110.00
Insurance paid                                           -$240.00
You owe                                                    $70.00
"""


def lines_of(document: Document) -> list[tuple[object, ...]]:
    return [(str(line.service_date or ""), line.code, line.description, str(line.charge)) for line in document.lines]


def test_services_of_visits_have_their_facts_and_the_day_and_clinician_of_their_heading() -> None:
    lines = read_text(OFFICE + VISITS).lines
    assert [
        (str(line.service_date), line.code, line.modifiers, line.units, line.rendering_provider, str(line.charge))
        for line in lines
    ] == [
        ("2025-04-02", "99212", (), 1, "Ines Okonjo, MD", "140.00"),
        ("2025-04-02", "17110", ("59",), 1, "Ines Okonjo, MD", "210.00"),
        ("2025-04-11", "87101", (), 2, "Per Aldous, PA-C", "48.00"),
        ("2025-04-11", "36415", (), 1, "Per Aldous, PA-C", "22.00"),
    ]
    assert [line.diagnosis_codes for line in lines] == [("L30.9", "B35.1"), ("B07.9",), ("B35.1",), ("B35.1",)]


def test_the_sums_of_visits_go_nowhere_and_those_of_the_paper_are_totals() -> None:
    document = read_text(OFFICE + VISITS)
    assert document.totals is not None
    totals = document.totals
    sums = (totals.charges, totals.adjustments, totals.insurance_paid, totals.balance_due)
    assert [str(amount) for amount in sums] == ["420.00", "110.00", "240.00", "70.00"]
    assert not document.payments
    assert all(line.plan_paid is None and not line.adjustments for line in document.lines)


def test_a_head_over_the_sums_of_each_visit_makes_no_services_of_them() -> None:
    document = read_text(
        OFFICE
        + """
First visit    April 2, 2025
Office visit, brief                                              $140.00
99212 25
Splint, forearm                                                   $90.00
A4570 RT
Charges         Discount         Insurance         Your part
$230.00         -$50.00          -$120.00          $60.00
Check-up    April 20, 2025
X-ray of wrist                                                    $75.00
73100 RT
Steroid, 10 mg                                                    $24.00
J3301 \u00d7 3 units
Charges         Discount         Insurance         Your part
$99.00          -$20.00          -$50.00           $29.00
"""
    )
    assert lines_of(document) == [
        ("2025-04-02", "99212", "Office visit, brief", "140.00"),
        ("2025-04-02", "A4570", "Splint, forearm", "90.00"),
        ("2025-04-20", "73100", "X-ray of wrist", "75.00"),
        ("2025-04-20", "J3301", "Steroid, 10 mg", "24.00"),
    ]
    assert document.lines[-1].units == 3


def test_a_page_that_goes_on_with_one_service_under_a_day_is_such_a_list_too() -> None:
    first = page_of(OFFICE.replace("Statement", "Page 1 of 2    Statement") + VISITS.split("All visits", maxsplit=1)[0])
    second = page_of("""
Quarrytown Clinic, LLC         Account: QC-10447          Page 2 of 2

Check-up    April 20, 2025
Visit after surgery                                        $15.00
99024
Charges         Discount         Insurance         Your part
$15.00          -$5.00           -$6.00            $4.00
""")
    (read,) = read_pages(first, second)
    assert lines_of(read.document)[-1] == ("2025-04-20", "99024", "Visit after surgery", "15.00")


def test_headings_with_the_sums_of_what_they_head_are_no_services() -> None:
    document = read_text(
        OFFICE
        + """
Pharmacy (2)                                                            $40.00
4/2/25   Ketorolac 15 mg injection     Rev 0636 \u00b7 J1885   Qty 2      $31.00
4/2/25   Aspirin tablet                Rev 0250   Qty 6                   $9.00
Laboratory (1)                                                         $126.00
4/3/25   Blood count with differential Rev 0305 \u00b7 85025   Qty 1     $126.00
Total charges                                                          $166.00
"""
    )
    assert [(line.revenue_code, line.units) for line in document.lines] == [("0636", 2), ("0250", 6), ("0305", 1)]
    assert lines_of(document) == [
        ("2025-04-02", "J1885", "Ketorolac 15 mg injection", "31.00"),
        ("2025-04-02", None, "Aspirin tablet", "9.00"),
        ("2025-04-03", "85025", "Blood count with differential", "126.00"),
    ]


FEED = """
WED APR 2, 2025
+ Office visit, brief                                 + $140.00
99212                                           balance $140.00
+ Strep test                                           + $30.00
87880 QW                                        balance $170.00
FRI APR 25, 2025
Larchmont Family Plan payment                          -$110.00
                                                 balance $60.00
Larchmont Family Plan discount                          -$40.00
                                                 balance $20.00
"""


def test_the_balance_below_each_entry_of_an_activity_list_is_no_charge() -> None:
    document = read_text(OFFICE + FEED)
    assert lines_of(document) == [
        ("2025-04-02", "99212", "Office visit, brief", "140.00"),
        ("2025-04-02", "87880", "Strep test", "30.00"),
    ]


def test_what_is_taken_off_has_the_day_of_its_heading_or_that_below_it() -> None:
    below = """
Services (2)                                          $170.00
Office visit, brief                                   $140.00
99212 \u00b7 Rev 0510
Strep test                                             $30.00
87880 \u00b7 Rev 0300 \u00b7 Qty 1
Insurance and payments
Larchmont Family Plan payment                        -$110.00
Apr 25, 2025
Larchmont Family Plan discount                        -$40.00
Apr 25, 2025
You owe                                                $20.00
"""
    for listed in (FEED, below):
        document = read_text(OFFICE + listed)
        assert [(str(each.date), str(each.amount), each.kind) for each in document.payments] == [
            ("2025-04-25", "110.00", "insurance_payment"),
            ("2025-04-25", "40.00", "contractual_adjustment"),
        ]


def test_lists_side_by_side_are_read_one_after_the_other_where_all_of_them_add_up() -> None:
    listed = """
Good faith estimate

Center                                           Surgeon
Operating room, 45 minutes            $900.00    Repair of tendon                    $800.00
                                                 code 25260
Recovery room                         $200.00    Check before surgery                 $90.00
                                                 code 99203
Splint and dressing                    $60.00
code A4570
List price     {whole}
"""
    named = {"25260", "99203", "A4570"}
    assert [line.code for line in read_text(OFFICE + listed.format(whole="$2,050.00")).lines] == [
        None, None, "A4570", "25260", "99203",
    ]  # fmt: skip
    # Without the sum nothing says that an amount beside words alone is a charge.
    assert {line.code for line in read_text(OFFICE + listed.format(whole="$2,051.00")).lines} == named


@pytest.mark.parametrize("label", ["Statement of", "Please pay by"])
def test_a_day_that_is_none_of_care_heads_no_services(label: str) -> None:
    document = read_text(
        OFFICE
        + f"""
{label} April 30, 2025
Office visit, brief                                   $140.00
99212 \u00b7 Qty 1
Strep test                                             $30.00
87880 \u00b7 Qty 1
"""
    )
    assert [(line.code, line.service_date) for line in document.lines] == [("99212", None), ("87880", None)]


def test_who_gave_the_care_may_stand_among_the_facts() -> None:
    document = read_text(
        OFFICE
        + """
Office visit \u00b7 Apr 2, 2025                                $170.00
Office visit, brief                                   $140.00
Apr 2, 2025 \u00b7 CPT 99212 \u00b7 Qty 1 \u00b7 Ines Okonjo, MD
Strep test                                             $30.00
Apr 2, 2025 \u00b7 CPT 87880 \u00b7 Qty 1 \u00b7 Per Aldous, PA-C
"""
    )
    assert [(line.code, line.rendering_provider, str(line.charge)) for line in document.lines] == [
        ("99212", "Ines Okonjo, MD", "140.00"),
        ("87880", "Per Aldous, PA-C", "30.00"),
    ]
