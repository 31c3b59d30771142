"""`plainbill act`: the bundle that it writes, what it prints, and what it refuses."""

import hashlib
import json
from pathlib import Path

import pytest

from plainbill.acting import ActResult
from plainbill.case import parse_json, read_as
from plainbill.cli.bundles import HEAD, LIST
from tests.cli.running import CommandLine

BILL = {
    "id": "bill",
    "kind": "bill",
    "provider": {"name": "Larkspur Clinic", "phone": "(555) 201-7788"},
    "document_date": "2024-06-10",
    "due_date": "2024-07-05",
    "lines": [
        {"id": "1", "service_date": "2024-05-01", "code": "99213", "charge": "160.00"},
        {"id": "2", "service_date": "2024-05-01", "code": "87880", "charge": "40.00"},
    ],
    "totals": {"charges": "230.00", "balance_due": "230.00"},
}


def written(folder: Path, value: object) -> Path:
    path = folder / "case.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    return path


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_bundle_holds_every_part_in_its_place(plainbill: CommandLine, tmp_path: Path) -> None:
    ended = plainbill("act", written(tmp_path, {"documents": [BILL]}), "--out", tmp_path / "out")

    assert (ended.status, ended.err) == (0, "")
    assert set(files_in(tmp_path / "out")) == {
        "calls/1-billing-office.html", "calls/1-billing-office.pdf", "calls/1-billing-office.txt",
        "letters/1-account-correction.docx", "letters/1-account-correction.pdf", "letters/1-account-correction.txt",
        "letters/2-hold.docx", "letters/2-hold.pdf", "letters/2-hold.txt",
        "comparison.csv", "comparison.html", "comparison.pdf", "dates.ics", "plainbill-files.sha256", "report.html",
        "report.json", "report.pdf",
    }  # fmt: skip
    assert ended.out.startswith("One thing here is worth a question.\nIn all, $30.00 is in question.\n")


def test_the_folder_is_for_its_owner_alone(plainbill: CommandLine, tmp_path: Path) -> None:
    plainbill("act", written(tmp_path, {"documents": [BILL]}), "--out", tmp_path / "out")

    assert (tmp_path / "out").stat().st_mode & 0o077 == 0


def test_two_runs_write_the_same_bytes(plainbill: CommandLine, tmp_path: Path) -> None:
    case = written(tmp_path, {"documents": [BILL]})

    plainbill("act", case, "--out", tmp_path / "one", "--today", "2024-06-20")
    plainbill("act", case, "--out", tmp_path / "two", "--today", "2024-06-20")

    assert files_in(tmp_path / "one") == files_in(tmp_path / "two")


def test_json_tells_what_was_written_and_what_it_says(plainbill: CommandLine, tmp_path: Path) -> None:
    ended = plainbill("act", written(tmp_path, {"documents": [BILL]}), "--out", tmp_path / "out", "--json")

    result = read_as(ActResult, parse_json(ended.out.encode()))
    assert set(result.files) == set(files_in(tmp_path / "out"))
    assert [sheet.contacts[0].phone for sheet in result.call_sheets] == ["(555) 201-7788"]
    assert [deadline.date for deadline in result.deadlines if deadline.purpose == "due"]


def test_today_is_what_dates_count_from(plainbill: CommandLine, tmp_path: Path) -> None:
    case = written(tmp_path, {"documents": [BILL]})

    ended = plainbill("act", case, "--out", tmp_path / "out", "--today", "2024-07-01")

    assert ended.status == 0
    assert "July 1, 2024" in files_in(tmp_path / "out")["letters/1-account-correction.txt"].decode()
    assert "(4 days from today)" in files_in(tmp_path / "out")["report.html"].decode()


def test_what_explain_printed_is_taken_with_its_words_and_its_doubts(plainbill: CommandLine, tmp_path: Path) -> None:
    source = {"page": 0, "box": [10, 20, 90, 40], "text": "230.00", "confidence": 0.9, "confirmed_by": []}
    pages = [{"file": "bill.jpg", "page": 1, "document": "bill", "width": 100, "height": 100}]
    said = {
        "line": "bill:1", "plain": "A visit, in words of our own.", "group": "visit", "basis": "code",
        "confidence": 0.9, "vague": False, "source": "x",
    }  # fmt: skip
    explained = {
        "case": {"documents": [BILL]}, "sources": {"documents[0].totals.charges": source}, "pages": pages,
        "translations": [said], "findings": [], "not_assessed": [],
    }  # fmt: skip

    plainbill("act", written(tmp_path, explained), "--out", tmp_path / "out")

    files = files_in(tmp_path / "out")
    assert "A visit, in words of our own." in files["report.html"].decode()
    assert "First check your paper".upper() in files["calls/1-billing-office.txt"].decode()
    assert not [name for name in files if name.startswith("letters/")]


def test_without_a_folder_one_is_named_for_the_file(
    plainbill: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = written(tmp_path, {"documents": [BILL]})
    monkeypatch.chdir(tmp_path)

    plainbill("act", case)
    monkeypatch.undo()

    assert (tmp_path / "case-what-to-do" / "report.html").exists()


def test_a_file_that_is_no_case_is_refused_with_every_fault(plainbill: CommandLine, tmp_path: Path) -> None:
    ended = plainbill(
        "act", written(tmp_path, {"documents": [{"id": "a:b", "kind": "receipt"}]}), "--out", tmp_path / "o"
    )

    assert (ended.status, ended.out) == (1, "")
    assert len(ended.err.splitlines()) == 2
    assert not (tmp_path / "o").exists()


def test_a_second_run_leaves_its_own_files_and_no_others_of_plainbill(plainbill: CommandLine, tmp_path: Path) -> None:
    asked = {**BILL, "totals": {"charges": "200.00", "balance_due": "200.00"}}
    plainbill("act", written(tmp_path, {"documents": [asked]}), "--out", tmp_path / "alone")
    plainbill("act", written(tmp_path, {"documents": [BILL]}), "--out", tmp_path / "out")
    (tmp_path / "out" / "letters" / "my own.txt").write_text("mine")

    ended = plainbill("act", written(tmp_path, {"documents": [asked]}), "--out", tmp_path / "out")

    assert (ended.status, ended.err) == (0, "")
    assert files_in(tmp_path / "out") == {**files_in(tmp_path / "alone"), "letters/my own.txt": b"mine"}


def test_an_old_letter_that_somebody_changed_stays_and_is_named(plainbill: CommandLine, tmp_path: Path) -> None:
    asked = {**BILL, "totals": {"charges": "200.00", "balance_due": "200.00"}}
    plainbill("act", written(tmp_path, {"documents": [BILL]}), "--out", tmp_path / "out")
    letter = tmp_path / "out" / "letters" / "2-hold.txt"
    letter.write_text("in my own words")

    ended = plainbill("act", written(tmp_path, {"documents": [asked]}), "--out", tmp_path / "out")

    assert ended.status == 0
    assert ended.err == f"{letter}: $: is of an earlier run and was changed; it stays\n"
    assert letter.read_text() == "in my own words"
    assert [name for name in files_in(tmp_path / "out") if name.startswith("letters/")] == ["letters/2-hold.txt"]


@pytest.mark.parametrize("first", [True, False])
def test_nothing_is_written_over_a_file_that_is_not_plainbills_own(
    plainbill: CommandLine, tmp_path: Path, first: bool
) -> None:
    case = written(tmp_path, {"documents": [BILL]})
    if first:
        plainbill("act", case, "--out", tmp_path / "out")
    (tmp_path / "out").mkdir(exist_ok=True)
    (tmp_path / "out" / "report.pdf").write_bytes(b"mine")
    before = files_in(tmp_path / "out")

    ended = plainbill("act", case, "--out", tmp_path / "out", "--today", "2024-07-01")

    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith(f"{tmp_path / 'out' / 'report.pdf'}: $: was not written by plainbill")
    assert files_in(tmp_path / "out") == before


def test_a_list_that_names_files_elsewhere_takes_none_of_them_away(plainbill: CommandLine, tmp_path: Path) -> None:
    precious, linked = tmp_path / "precious.txt", tmp_path / "linked"
    precious.write_bytes(b"mine")
    linked.mkdir()
    (linked / "precious.txt").write_bytes(b"mine")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "link").symlink_to(linked)
    mine = hashlib.sha256(b"mine").hexdigest()
    names = ("../precious.txt", str(precious), "link/precious.txt", "calls/../../precious.txt", "")
    (tmp_path / "out" / LIST).write_text("".join([f"{HEAD}\n", *(f"{mine}  {name}\n" for name in names)]))

    plainbill("act", written(tmp_path, {"documents": [BILL]}), "--out", tmp_path / "out")

    assert precious.exists() and (linked / "precious.txt").exists()


def test_sums_that_somebody_keeps_of_their_own_files_give_none_of_them_away(
    plainbill: CommandLine, tmp_path: Path
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "photo.jpg").write_bytes(b"mine")
    (tmp_path / "out" / LIST).write_text(f"{hashlib.sha256(b'mine').hexdigest()}  photo.jpg\n")
    before = files_in(tmp_path / "out")

    ended = plainbill("act", written(tmp_path, {"documents": [BILL]}), "--out", tmp_path / "out")

    assert (ended.status, ended.out) == (1, "")
    assert f"{LIST}: $: was not written by plainbill" in ended.err
    assert files_in(tmp_path / "out") == before


def test_the_list_of_files_can_be_checked_and_names_each_once(plainbill: CommandLine, tmp_path: Path) -> None:
    plainbill("act", written(tmp_path, {"documents": [BILL]}), "--out", tmp_path / "out")

    files = files_in(tmp_path / "out")
    listed = files.pop(LIST).decode().splitlines()
    assert listed == [HEAD, *(f"{hashlib.sha256(files[name]).hexdigest()}  {name}" for name in sorted(files))]


def test_a_folder_that_cannot_be_written_is_named(plainbill: CommandLine, tmp_path: Path) -> None:
    case = written(tmp_path, {"documents": [BILL]})

    ended = plainbill("act", case, "--out", case / "below-a-file")

    assert (ended.status, ended.out) == (1, "")
    assert (
        ended.err == f"{case / 'below-a-file'}: $: cannot be written; name a folder that you may write to with --out\n"
    )


def test_without_any_exporter_nothing_is_said_to_be_written(plainbill: CommandLine, tmp_path: Path) -> None:
    settings = tmp_path / "plainbill.toml"
    settings.write_text('[plugins]\ndeny = ["exports"]\n', encoding="utf-8")

    ended = plainbill(
        "act", written(tmp_path, {"documents": [BILL]}), "--out", tmp_path / "out", "--settings", settings
    )

    assert (ended.status, ended.out) == (1, "")
    assert "no exporter is loaded" in ended.err
    assert not (tmp_path / "out").exists()


def test_a_day_that_is_none_is_wrong_usage(plainbill: CommandLine, tmp_path: Path) -> None:
    assert plainbill("act", written(tmp_path, {"documents": [BILL]}), "--today", "soon").status == 2


def test_the_schema_of_what_is_printed_is_published(plainbill: CommandLine) -> None:
    ended = plainbill("schema", "--of", "act")

    assert ended.status == 0
    assert {"call_sheets", "letters", "deadlines", "amounts", "files"} <= set(json.loads(ended.out)["properties"])
