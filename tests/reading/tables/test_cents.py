from decimal import Decimal

from tests.reading.papers import read_text

FORM = """
Quarrytown Hospital
Patient: Ada Lombard          Account: QH-10447
Statement Date: 05/01/2025

42 Rev. Cd.   43 Description        44 HCPCS    45 Serv. Date   46 Serv. Units   47 Total Charges
{rows}
"""
ROWS = (
    "0250          Pharmacy                                          14                  388 40",
    "0300          Venipuncture          36415       040225           1                   41 00",
    "0450          Emergency visit       99284       040225           1                 2310 00",
)


def charges(*rows: str) -> list[Decimal | None]:
    """The charge of each line."""
    return [line.charge for line in read_text(FORM.format(rows="\n".join(rows))).lines]


def test_dollars_and_cents_in_columns_of_their_own_are_one_amount() -> None:
    assert charges(*ROWS) == [Decimal("388.40"), Decimal("41.00"), Decimal("2310.00")]


def test_the_sum_below_such_a_column_is_read_the_same_way() -> None:
    closing = "              Totals".ljust(len(ROWS[0]) - len("2739 40")) + "2739 40"
    document = read_text(FORM.format(rows="\n".join([*ROWS, "", "", "", "", closing])))
    assert document.totals is not None
    assert document.totals.charges == Decimal("2739.40")


def test_a_number_in_one_row_only_is_no_cents() -> None:
    assert charges(ROWS[0]) == []


def test_two_digits_out_of_line_are_no_cents() -> None:
    shifted = ROWS[1].replace("41 00", "41   00")
    assert charges(ROWS[0], shifted, ROWS[2]) == []


def test_letters_of_form_fields_and_places_for_dates_name_no_column() -> None:
    text = """
Quarrytown Clinic
Patient: Ada Lombard          Account: QC-10447
Statement Date: 05/01/2025

24. A. Dates of service    B. Place of   D. Services     E. Diagnosis   F. $        G. Days
    MM DD YY               service       CPT/HCPCS       pointer        Charges     or units
    04 02 25               11            99213                          100 00      1
    04 09 25               11            99212                           60 00      1
"""
    lines = read_text(text).lines
    assert [line.code for line in lines] == ["99213", "99212"]
    assert [line.charge for line in lines] == [100, 60]
    assert [line.units for line in lines] == [1, 1]
    assert [str(line.service_date) for line in lines] == ["2025-04-02", "2025-04-09"]


SERVICE = "0300          Venipuncture          36415       040225           1"


def test_a_column_that_leans_as_on_a_photo_is_one_column() -> None:
    # Rows begin further and further left, as those of a sheet seen at a slant do.
    rows = [f"{SERVICE.ljust(82 - i // 6)}{100 + i:>4} {10 + i}" for i in range(24)]
    assert charges(*rows) == [Decimal(f"{100 + i}.{10 + i}") for i in range(24)]


CLAIM_FORM = """
Dovetail Clinic
Patient: Ada Lombard          Account: QH-10447
Statement Date: 05/01/2026

24. A. DATE(S) OF SERVICE     B. PLACE OF  D. PROCEDURES, SERVICES          F. $        G. DAYS
From          To              SERVICE      CPT/HCPCS       MODIFIER         CHARGES     UNITS
01 19 26      01 19 26        11           99203           25               {first}     1
01 19 26      01 19 26        11           69210           50               {second}    1
                                                            28. TOTAL CHARGE
                                                                            $ 335 00
"""


def test_the_boxes_of_a_claim_form_hold_days_in_three_parts_and_dollars_with_their_cents() -> None:
    for first, second in (("210 00", "125 00"), ("210  00", " 95  50")):
        lines = read_text(CLAIM_FORM.format(first=first, second=second)).lines
        assert [(line.code, line.modifiers) for line in lines] == [("99203", ("25",)), ("69210", ("50",))]
        assert [str(line.service_date) for line in lines] == ["2026-01-19", "2026-01-19"]
        assert [line.charge for line in lines] == [Decimal(amount.replace("  ", ".").replace(" ", ".").strip("."))
                                                   for amount in (first, second)]  # fmt: skip


def test_digits_that_run_over_the_rule_end_with_the_cents() -> None:
    glued = ROWS[1].replace(" 41 00", "  4100")
    assert charges(*ROWS, *ROWS, glued)[-1] == Decimal("41.00")


def test_digits_that_end_with_the_dollars_have_lost_their_cents() -> None:
    lost = ROWS[1].replace("     41 00", "  4100   ")
    assert Decimal("41.00") not in charges(*ROWS[::2], *ROWS[::2], *ROWS[::2], lost)


def test_the_sum_of_a_form_with_one_service_shows_that_its_digits_are_cents() -> None:
    below = ["", "", "28. Total Charge      29. Amount Paid", "$ 388 40              0 00"]
    assert charges(ROWS[0], *below) == [Decimal("388.40")]


def test_a_zip_code_far_below_the_services_is_no_amount() -> None:
    office = ["33. BILLING PROVIDER INFO", "Juniper Crest Therapy LLC", "1021 Adobe Walk", "Mesa Alta NM 87998"]
    left = " " * (len(ROWS[0]) - len(office[-1]))
    rows = [*ROWS, "", "", "", "", *(left + line for line in office)]
    document = read_text(FORM.format(rows="\n".join(rows)))
    assert document.provider is not None
    assert document.provider.address == "1021 Adobe Walk, Mesa Alta NM 87998"


def test_cents_may_stand_right_of_the_last_head_that_was_read() -> None:
    document = read_text("""
Granite Shoals Regional Medical Center                        Statement date: 10/10/2025
Patient: Imogen Achterberg

42 Rev.  43 Description          44 HCPCS    45 Serv.    46 Serv.    47 Total
Cd.                                          Date        Units       Charges
0274     Wrist orthosis          L3908       08/28/25    1                 132   75
0278     Anchor                  C1713       08/28/25    1                 927   50
0320     X-ray of wrist          73110       08/27/25    1                 285   43
0360     Gallbladder removal     47562       08/26/25    1               14770   00
""")
    assert [str(line.charge) for line in document.lines] == ["132.75", "927.50", "285.43", "14770.00"]


def test_one_row_of_four_whose_cents_were_not_read_costs_the_others_nothing() -> None:
    unread = "0510          Clinic              99213       040225           1                 2593 \u8def\u65e5"
    assert charges(*ROWS, unread)[:3] == [Decimal("388.40"), Decimal("41.00"), Decimal("2310.00")]


def test_two_dotted_zeros_read_as_signs_of_another_script_are_cents() -> None:
    zeros = ROWS[2].replace("2310 00", "2310 \u65e5\u66f0")
    assert charges(*ROWS[:2], zeros) == [Decimal("388.40"), Decimal("41.00"), Decimal("2310.00")]
    # A service whose cents are lost stays, without a charge.
    lost = ROWS[2].replace("2310 00", "2310   ")
    assert charges(*ROWS[:2], *ROWS[:2], lost)[-1] is None


BOXES = """
Dovetail Clinic
Patient: Ada Lombard          Account: QH-10447
Statement Date: 05/01/2026

24. A. DATE(S) OF SERVICE     B. PLACE OF  D. PROCEDURES, SERVICES          F. $          G. DAYS
From          To              SERVICE      CPT/HCPCS       MODIFIER         CHARGES       UNITS
01 19 26      01 19 26        11           99203           25                  21000      1
01 19 26      01 19 26        11           69210           50                 125 50      1
01 19 26      01 19 26        11           92551                               4000       1
01 19 26      01 19 26        11           92567                               38 25      1

25. FEDERAL TAX I.D. NO.      26. PATIENT'S ACCOUNT NO.    27. ACCEPT?      28. TOTAL CHARGE       29. AMOUNT PAID
47-5550123      X             QH-10447                     X              413  75              25  00
31. SIGNATURE                 32. SERVICE FACILITY LOCATION             33. BILLING PROVIDER INFO
ADA FINCH MD                  4 ORCHARD ROW                             DOVETAIL CLINIC LLC
"""


def test_boxes_below_a_form_whose_digits_run_over_the_rule_cost_it_no_service() -> None:
    lines = read_text(BOXES.replace("4000 ", "40 00")).lines
    assert [str(line.charge) for line in lines] == ["210.00", "125.50", "40.00", "38.25"]


def test_a_rule_that_was_read_as_a_mark_parts_dollars_and_cents() -> None:
    marked = ROWS[0].replace("388 40", "388:40")
    assert charges(marked, *ROWS[1:]) == charges(*ROWS)
