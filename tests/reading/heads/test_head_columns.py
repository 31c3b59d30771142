from dataclasses import replace

import pytest

from plainbill.reading.page import Box, PageWords, Word
from plainbill.reading.rows.forming import rows_of
from tests.reading.papers import heads_in, page_of, read_text


def _fields(text: str) -> list[tuple[str, str]]:
    (head,) = heads_in(rows_of(page_of(text)))
    return [
        (" ".join(t.text for t in column.tokens), column.fields[0] if column.fields else "") for column in head.columns
    ]


def test_words_a_blank_apart_head_the_columns_that_stand_below_them() -> None:
    text = """
Date     Service          Provider Amount not Allowed
                          charged   covered   amount
03/04/25 X-ray chest        120.00      12.00   80.00
03/05/25 Blood draw          30.00       0.00   20.00
03/06/25 Office visit       210.00       0.00  140.00
"""

    assert _fields(text)[2:] == [
        ("Provider charged", "charge"),
        ("Amount not covered", "not_covered"),
        ("Allowed amount", "allowed"),
    ]


def test_a_phrase_that_could_be_parted_otherwise_is_parted_as_the_values_are() -> None:
    text = """
Date      Procedure            Total Charge Code
03/04/25  X-ray of the chest   120.00 1802380890
03/05/25  Blood draw            30.00 1802380891
03/06/25  Office visit         210.00 1802380892
"""

    assert _fields(text)[2:] == [("Total", "charge"), ("Charge Code", "item")]


def test_a_phrase_over_a_narrow_column_stays_whole() -> None:
    text = """
Service Date Description     Amount Billed
3/4          X-ray           120.00
3/5          Blood draw       30.00
3/6          Office visit    210.00
"""

    assert _fields(text) == [("Service Date", "date"), ("Description", "description"), ("Amount Billed", "charge")]


def test_a_phrase_stays_whole_although_two_kinds_of_values_stand_below_it() -> None:
    text = """
Date      Service       Billed   Reason codes
03/04/25  X-ray         120.00   CO-45  12.00
03/05/25  Blood draw     30.00   CO-45   9.00
03/06/25  Office visit  210.00   CO-45  33.00
"""

    assert _fields(text)[-1] == ("Reason codes", "remark")


def test_a_word_over_another_belongs_to_the_head_only_where_lines_stand_as_close_as_in_a_text() -> None:
    text = """
Invoice

Date      Service       Charge
03/04/25  X-ray         120.00
03/05/25  Blood draw     30.00
"""

    assert [words for words, _ in _fields(text)] == ["Date", "Service", "Charge"]


def test_labels_over_single_values_are_no_table() -> None:
    text = """
Invoice date   Account     Statement date   Amount
03/04/25       B8813204    03/09/25         120.00
"""

    assert heads_in(rows_of(page_of(text))) == ()


def _printed(*rows: tuple[float, str, tuple[float, ...]]) -> PageWords:
    """Words in print 14 wide and 25 high, each row with where its words begin."""
    words = []
    for y, text, starts in rows:
        for word, x in zip(text.split(), starts, strict=True):
            box = Box(x0=x, y0=y, x1=x + 14 * len(word), y1=y + 25)
            words.append(Word(text=word, box=box, source_box=box, confidence=0.9, reader="test"))
    return PageWords(index=0, file="text", number=1, width=1700, height=2200, words=tuple(words))


def test_an_empty_column_stands_alone_where_others_are_as_close() -> None:
    # Blanks within phrases are 14 wide, those between columns 19.
    head = (580, "Charge Ins. Est. Payments Acct Bal Units Description", (100, 203, 273, 348, 517, 587, 648, 737))
    body = [
        (620 + 40 * i, f"{amount} 39.60 {amount} 1 Strep", (100, 255, 545, 690, 740))
        for i, amount in enumerate(["66.00", "82.00", "91.00"])
    ]
    (head_found,) = heads_in(rows_of(_printed(head, *body)))

    phrases = [" ".join(token.text for token in column.tokens) for column in head_found.columns]
    assert phrases == ["Charge", "Ins. Est.", "Payments", "Acct Bal", "Units", "Description"]


def test_where_words_may_be_parted_in_two_places_the_wider_blank_parts_them() -> None:
    # Between "DED" and "COINSURANCE" as between columns, between "COINSURANCE" and "AMOUNT" as within a phrase.
    head = (580, "AMOUNT CHARGED DED COINSURANCE AMOUNT PLAN PAYS", (300, 390, 520, 573, 731, 830, 892))
    body = [
        (620 + 40 * i, f"99213 {amount} 45.00 21.00 80.00", (100, 418, 490, 741, 892))
        for i, amount in enumerate(["473.00", "134.00", "655.00"])
    ]
    (head_found,) = heads_in(rows_of(_printed(head, *body)))

    assert [" ".join(token.text for token in column.tokens) for column in head_found.columns] == [
        "AMOUNT CHARGED",
        "DED",
        "COINSURANCE AMOUNT",
        "PLAN PAYS",
    ]


def test_a_percentage_close_before_an_amount_has_a_head_of_its_own() -> None:
    head = (580, "TOTAL BILLED PLAN PAYS % YOUR TOTAL COST", (100, 174, 300, 362, 470, 498, 560, 636))
    body = [
        (620 + 40 * i, f"473.00 45.00 {part}21.00", (100, 348, *(x for x in (456, 503) if part or x > 456)))
        for i, part in enumerate(["80% ", "80% ", "", "50% ", ""])
    ]
    (head_found,) = heads_in(rows_of(_printed(head, *body)))

    assert [" ".join(token.text for token in column.tokens) for column in head_found.columns] == [
        "TOTAL BILLED",
        "PLAN PAYS",
        "%",
        "YOUR TOTAL COST",
    ]


def test_words_of_two_columns_that_almost_touch_go_where_they_make_a_phrase() -> None:
    text = """
Service        Amount      Maximum
Provided &     Provider    You May See Notes
Billing Code   Charged   Be Billed     Below
X-ray (71046)    120.00      12.00        A4
Blood (36415)     30.00       0.00        B7
Visit (99213)    210.00      40.00        A4
"""

    assert _fields(text)[1:] == [
        ("Amount Provider Charged", "charge"),
        ("Maximum You May Be Billed", "patient_responsibility"),
        ("See Notes Below", "remark"),
    ]


def test_words_right_above_the_last_row_of_a_head_belong_to_it() -> None:
    text = """
                        Amount    Allowable                              Non-       Explanation
                        Charged   Amount     Savings   Total Paid   %    Covered    Code
08/18/2025 VITAMIN D     $93.99    $66.73    $27.26      $37.38    80%     N/A         E
08/18/2025 GLUCOSE       $58.25     N/A       N/A         N/A       0%    $58.25       A
08/18/2025 CBC/DIFF      $55.00    $39.60    $15.40      $35.64    80%     N/A         B
"""

    assert _fields(text) == [
        ("Amount Charged", "charge"),
        ("Allowable Amount", "allowed"),
        ("Savings", "adjustment"),
        ("Total Paid", "plan_paid"),
        ("%", "percent"),
        ("Non- Covered", "not_covered"),
        ("Explanation Code", "remark"),
    ]


def test_a_listed_phrase_goes_before_the_same_words_parted_otherwise() -> None:
    text = """
Rate    Charges  Est. Ins. Services Rendered  DOS
109.25  109.25       65.55 82306 - Vitamin D  06-05-2025
 67.00   67.00       40.20 80061 - Lipids     06-05-2025
 98.00   98.00       58.80 82607 - Cobalamin  06-05-2025
"""

    assert _fields(text)[2:] == [
        ("Est. Ins.", "estimated_insurance"), ("Services Rendered", "description"), ("DOS", "date"),
    ]  # fmt: skip


def test_amounts_with_words_close_beside_them_part_their_head() -> None:
    text = """
     Cost Service area
$1,842.00 Blood bank
$4,344.74 Infusions
$8,289.00 Operating room

Posting date   Payments and credits   Amount
10/29/2025     Discount             1,000.00
"""

    first, _ = heads_in(rows_of(page_of(text)))
    assert [column.fields[0] for column in first.columns] == ["charge", "description"]


def test_the_second_row_of_a_head_is_no_head_of_its_own_though_a_word_was_misread() -> None:
    text = """
42 Rev  43 Description       44 HCPCS/Rate/HIPPS   47 Total  48 Non covered
CD      Code                                         Chardes        Charges
0260    Infusion, first hour      96360 08/09/25      375.99
0301    Lipase                    83690 08/09/25       75.93
0450    Emergency visit        99284 25 08/10/25    1,579.09
"""

    document = read_text(f"Larkspur Hospital\nPatient: Ada Lombard    Account: LC-10447\n{text}")
    assert [(line.revenue_code, line.code, str(line.service_date), str(line.charge)) for line in document.lines] == [
        ("0260", "96360", "2025-08-09", "375.99"),
        ("0301", "83690", "2025-08-09", "75.93"),
        ("0450", "99284", "2025-08-10", "1579.09"),
    ]
    assert document.lines[2].modifiers == ("25",)


def test_rows_of_reasons_say_nothing_about_the_columns() -> None:
    text = """
Treatment
Date      Un Procedure  Billed   Plan Pays
Feb 12    1  D0150        79.00      42.58
 CO 45 18.17 PR 2 18.25
Feb 12    1  D9230        85.00      35.19
 CO 253 45.90 PR 2 3.91
Feb 26    1  D7140       306.57      10.12
 CO 45 205.40 PR 1 91.05
"""

    assert ("Procedure", "code") in _fields(text)


def test_a_title_is_no_head_although_two_of_its_words_head_columns_elsewhere() -> None:
    text = """
State Notice of Services Paid

For care of Ida Quill          Deductible limit      $2,000.00
Group 523303                   Deductible to date    $332.00
Notice date 05/08/25           Deductible remaining  $1,668.00
"""

    assert heads_in(rows_of(page_of(text))) == ()


def test_a_head_does_not_end_above_a_row_of_head_words() -> None:
    text = """
Treatment               Total     Coinsurance
Date      Un Procedure  Billed    Amount       Plan Pays
Feb 12    1  D0150        79.00     18.25        42.58
Feb 12    1  D9230        85.00      3.91        35.19
Feb 26    1  D7140       306.57      0.00        10.12
"""

    assert ("Total Billed", "charge") in _fields(text)
    assert ("Coinsurance Amount", "coinsurance") in _fields(text)


def test_two_words_head_two_columns_where_each_stands_over_values_of_its_own() -> None:
    text = """
Est. Cost  Service/Item
$171.25    Freezing of a skin spot
           17000
$239.75    Office visit
           99203,25
$30.00     Injection of a drug
           J1030
"""

    assert [field for _, field in _fields(text)] == ["charge", "description"]


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("DESCRIPTION OF SERVICES       DATE         AMOUNT BILLED", "01/02/2025"),
        ("Details of services           Date         Charges", "01/02/2025"),
        ("Description of charges                     Amount", ""),
    ],
)
def test_words_of_a_title_over_columns_of_their_own_are_a_head(head: str, day: str) -> None:
    document = read_text(f"""
Larkspur Clinic, LLC          Statement Date: 05/01/2026
Patient: Ada Lombard          Account: LC-10447

{head}
Heart scan                    {day:12} 100.00
Blood draw                    {day:12}  50.00
Total charges                              150.00
""")
    assert [(line.description, str(line.charge)) for line in document.lines] == [
        ("Heart scan", "100.00"),
        ("Blood draw", "50.00"),
    ]


def test_letters_of_a_legend_below_the_words_of_a_head_are_no_part_of_them() -> None:
    document = read_text("""
Aurelia Health
Explanation of Benefits

                                  Amount     Member      Pending or    Your    Amount      Plan's   You
Service                           billed     rate        not payable   copay   remaining   share    owe
date     Service description      A          B           (Remarks) C   D       E           F        C+D+E
03/19    Outpatient visit, G0463    420.00     212.60                                               212.60
03/19    MRI lumbar spine, 72148  2,350.00     884.00                          696.60      557.28   326.72
03/19    Contrast agent, A9585      188.00      96.00     96.00                                      96.00
Totals:                           2,958.00   1,192.60     96.00                696.60      557.28   635.32
""")
    assert [(line.description, line.code, str(line.charge), line.copay) for line in document.lines] == [
        ("Outpatient visit", "G0463", "420.00", None),
        ("MRI lumbar spine", "72148", "2350.00", None),
        ("Contrast agent", "A9585", "188.00", None),
    ]


def test_words_that_stand_above_one_another_are_of_two_rows_however_close() -> None:
    upper = "Details of service   Service   Diagnosis   Quantity   Price each   Expected"
    lower = "                     code      code                                     cost"
    body = """
Hearing test         92557     H90.3       1            120.00       120.00
Fitting of an aid    92590     H90.3       2             45.00        90.00
Ear wax removal      69210     H61.2       1             60.00        60.00
"""
    words = [(word, 0.0) for word in page_of(upper).words]
    # Rows of small print in a low band of the table: half a height of print apart.
    words += [(word, 7.5) for word in page_of(lower).words]
    words += [(word, 20.0) for word in page_of(body).words]
    placed = tuple(replace(word, box=_lower(word.box, by)) for word, by in words)
    page = replace(page_of(upper), words=placed)

    (head,) = heads_in(rows_of(page))
    assert [column.fields[0] for column in head.columns if column.fields] == [
        "description",
        "code",
        "diagnosis",
        "units",
        "unit_price",
        "charge",
    ]


def _lower(box: Box, by: float) -> Box:
    return Box(x0=box.x0, y0=box.y0 + by, x1=box.x1, y1=box.y1 + by)
