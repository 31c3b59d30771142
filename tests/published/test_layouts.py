"""Every form in which CMS publishes a table is recognized by its heads and read to the last row."""

import datetime

import pytest

from plainbill.published.records import Hints
from tests.published.conftest import Import, Open
from tests.published.making import (
    CODE_NAME,
    CODES,
    LIMIT_NAME,
    PAIR_NAME,
    PAIRS,
    code_lines,
    code_records,
    commas,
    limit_lines,
    pair_lines,
    tabbed,
    workbook,
    zipped,
)

DAY = datetime.date(2026, 11, 2)
PAIR_FORMS = {
    f"{PAIR_NAME}.txt": tabbed(pair_lines()),
    f"{PAIR_NAME}.csv": commas(pair_lines()),
    f"{PAIR_NAME}.xlsx": workbook(pair_lines()),
    "medicare-ncci-2026q4-practitioner-ptp-edits.zip": zipped({f"a folder/{PAIR_NAME}.TXT": tabbed(pair_lines())}),
    "2026q4-practitioner.zip": zipped({f"in/{PAIR_NAME}.xlsx": workbook(pair_lines())}),
}
CODE_FORMS = {
    f"{CODE_NAME}.txt": code_records(),
    f"{CODE_NAME}.xlsx": workbook(code_lines()),
    "HCPC2026_OCT_ANWEB_w_disclaimer.xlsx": workbook(code_lines(disclaimer=10)),
    f"{CODE_NAME}.csv": commas(code_lines()),
    "HCPC2026_OCT_ANWEB_w_disclaimer.txt": b"The words of this disclaimer are made up.\r\n\r\n" + code_records(),
    "october-2026-alpha-numeric-hcpcs-file.zip": zipped(
        {"HCPC2026_recordlayout.txt": b"NAME LENGTH BEG END\r\n", f"{CODE_NAME}_06172026.txt": code_records()}
    ),
}


@pytest.mark.parametrize("name", PAIR_FORMS)
def test_pairs_are_read_in_every_form(name: str, imported: Import, tables: Open) -> None:
    (table,) = imported(name, PAIR_FORMS[name]).tables

    assert (table.kind, table.setting, table.valid_from, table.rows) == (
        "pairs", "practitioner", datetime.date(2026, 10, 1), 4,
    )  # fmt: skip
    edit = tables().pair("93000", "93005", DAY, "practitioner")
    assert edit
    assert (edit.modifier_helps, edit.valid_from, edit.valid_to) == (False, datetime.date(1996, 1, 1), None)


@pytest.mark.parametrize("name", CODE_FORMS)
def test_codes_are_read_in_every_form_and_long_words_are_joined(name: str, imported: Import, tables: Open) -> None:
    (table,) = imported(name, CODE_FORMS[name]).tables

    opened = tables()
    ride, injection, left = (opened.code(code) for code in ("A0021", "J1030", "LT"))
    assert (table.kind, table.valid_from, table.rows) == ("codes", datetime.date(2026, 10, 1), 3)
    assert ride and injection and left
    assert ride.descriptor == "Made-up ride in a carriage, per mile, for those who can’t walk"
    assert injection.valid_from == datetime.date(1986, 1, 1)
    assert injection.valid_to == datetime.date(2028, 12, 31)
    assert left.descriptor == "Made-up words for the left side"


@pytest.mark.parametrize("form", [commas, workbook], ids=["text", "workbook"])
@pytest.mark.parametrize("setting", ["practitioner", "outpatient_hospital", "equipment"])
def test_unit_limits_are_read_for_every_setting(setting: str, form: object, imported: Import, tables: Open) -> None:
    ending = "csv" if form is commas else "xlsx"
    content = form(limit_lines(setting))  # type: ignore[operator]  # one of the two functions above
    (table,) = imported(f"MCR_MUE_Services_Eff_10-01-2026.{ending}", content).tables

    assert (table.setting, table.edition, table.rows) == (setting, "2026 Q4", 3)
    opened = tables()
    by_line = opened.unit_limit("J1030", DAY, setting)  # type: ignore[arg-type]  # a parameter of the test is a str
    by_day = opened.unit_limit("36415", DAY, setting)  # type: ignore[arg-type]  # as above
    assert by_line and by_day
    assert (by_line.units, by_line.by, by_day.units, by_day.by) == (10, "line", 2, "day")


def test_several_tables_of_one_zip_are_all_imported(imported: Import) -> None:
    members = {
        f"practitioner/{LIMIT_NAME}.csv": commas(limit_lines()),
        "hospital/MCR_MUE_OutpatientHospitalServices_Eff_10-01-2026.csv": commas(limit_lines("outpatient_hospital")),
        "read me.pdf": b"%PDF\0\1",
        "notes.txt": b"words about the tables\n",
    }

    found = imported("mue.zip", zipped(members))

    assert [table.setting for table in found.tables] == ["practitioner", "outpatient_hospital"]
    assert [text.partition(" ")[0] for text in found.left_out] == ["read", "notes.txt"]


def test_a_table_that_lies_in_a_zip_in_two_forms_is_read_once_from_text(imported: Import) -> None:
    members = {f"{PAIR_NAME}.xlsx": b"PK\3\4 not even a workbook", f"{PAIR_NAME}.txt": tabbed(pair_lines())}

    found = imported("both.zip", zipped(members))

    assert [table.file for table in found.tables] == [f"{PAIR_NAME}.txt"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_the_encodings_that_spreadsheets_save(encoding: str, imported: Import) -> None:
    text = commas(limit_lines()).decode("cp1252").encode(encoding)

    assert imported(f"{LIMIT_NAME}.csv", text).tables[0].rows == 3


def test_a_spreadsheet_that_dropped_zeros_before_a_code_is_understood(imported: Import, tables: Open) -> None:
    imported(f"{PAIR_NAME}.xlsx", workbook(pair_lines([("00100", "00102", "", "20200101", "*", "1", "")])))
    imported(f"{PAIR_NAME[:-1]}2.csv", commas(pair_lines([("104", "00126", "", "1/15/2020", "", "0", "")])))

    assert tables().pair("00100", "00102", DAY, "practitioner")
    assert tables().pair("00104", "00126", DAY, "practitioner")


def test_heads_on_one_line_in_another_order_with_further_columns_are_found(imported: Import, tables: Open) -> None:
    heads = ("Column 2", "Column 1", "Notes", "Effective Date", "Modifier", "Deletion Date *=no data",
             "*=in existence prior to 1996")  # fmt: skip
    imported("ccioph-v323r0-f1.csv", commas([heads, ("J1030", "20610", "", "2020-01-01", "1", "*", "")]))

    edit = tables().pair("20610", "J1030", DAY, "outpatient_hospital")
    assert edit and edit.column_one == "20610"


def test_edits_that_were_never_in_force_are_counted_and_left_out(imported: Import, tables: Open) -> None:
    found = imported(f"{PAIR_NAME}.txt", tabbed(pair_lines()))

    assert found.left_out == (f"{PAIR_NAME}.txt: 1 edit that was never in force",)
    assert tables().pair("99215", "93000", datetime.date(2013, 1, 1), "practitioner") is None


def test_blank_lines_and_remarks_among_the_rows_are_passed_over(imported: Import) -> None:
    lines = [*pair_lines(), (), ("", "", ""), ("End of the table",)]

    assert imported(f"{PAIR_NAME}.txt", tabbed(lines)).tables[0].rows == 4


def test_words_that_are_not_of_cms_are_not_kept(imported: Import, tables: Open) -> None:
    foreign = (("99213", "3", "Words of somebody", "Words", "20000101", "20000101", ""),
               ("D0120", "3", "Words of somebody", "Words", "20000101", "20000101", ""))  # fmt: skip
    imported(f"{CODE_NAME}.xlsx", workbook(code_lines([*CODES, *foreign])))

    kept = [tables().code(code) for code in ("99213", "D0120")]
    assert [code and code.descriptor for code in kept] == ["", ""]


def test_what_the_file_does_not_tell_the_user_can(imported: Import, tables: Open) -> None:
    hints = Hints(valid_from=datetime.date(2026, 7, 1), setting="outpatient_hospital")
    (pairs,) = imported("edits.txt", tabbed(pair_lines()), hints).tables
    (limits,) = imported("limits.csv", commas(limit_lines("outpatient_hospital")), hints).tables

    assert (pairs.setting, pairs.edition) == ("outpatient_hospital", "2026 Q3")
    assert (limits.valid_from, limits.valid_to) == (datetime.date(2026, 7, 1), datetime.date(2026, 9, 30))


def test_the_edition_of_pairs_is_told_by_the_newest_row_where_nothing_else_does(imported: Import) -> None:
    rows = (*PAIRS, ("93000", "93040", "", "20260701", "*", "1", ""))
    (table,) = imported("practitioner.txt", tabbed(pair_lines(rows))).tables

    assert (table.valid_from, table.edition) == (datetime.date(2026, 7, 1), "2026 Q3 by its newest row")
