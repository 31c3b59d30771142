"""Papers that cannot be read: each is named with what to do, exit status 1, nothing on standard output."""

import io
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.running import CommandLine
from tests.fixture_readings import FIXTURES
from tests.plainbill_files.writing import pdf

# Each reads a picture for real; on a busy machine that takes longer than ten seconds.


def picture(width: int, height: int, *, form: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new("L", (width, height), 255).save(out, form)
    return out.getvalue()


def half(content: bytes) -> bytes:
    return content[: len(content) // 2]


BAD = {
    "empty.jpg": b"",
    "script.jpg": b"#!/bin/sh\nexit 1\n" + bytes(range(256)) * 8,
    "page.html.jpg": b"<script>alert(1)</script>" * 20,
    "cut.jpg": half(half(half(picture(1200, 1600, form="JPEG")))),
    "locked.pdf": pdf([b""], locked=True),
    "noise.pdf": b"%PDF-1.7\n" + bytes(range(256)) * 8,
    "blank.png": picture(1200, 1600),
}


@pytest.mark.parametrize("name", sorted(BAD))
@pytest.mark.parametrize("command", ["read", "explain"])
def test_a_file_that_cannot_be_read_is_named_with_what_to_do(
    plainbill: CommandLine, tmp_path: Path, name: str, command: str
) -> None:
    path = tmp_path / name
    path.write_bytes(BAD[name])
    ended = plainbill(command, path, "--json")
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.count("\n") >= 1
    assert all(line.startswith(f"{path}: page 1: ") and ";" in line for line in ended.err.splitlines())


def test_a_locked_pdf_says_that_it_is_locked(plainbill: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "locked.pdf"
    path.write_bytes(BAD["locked.pdf"])
    ended = plainbill("read", path)
    assert "password" in ended.err


def test_a_page_of_400_megapixels_is_refused_without_being_unpacked(plainbill: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "huge.png"
    path.write_bytes(picture(20_000, 20_000))
    ended = plainbill("explain", path, "--json")
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith(f"{path}: page 1: ")


def test_a_receipt_of_a_shop_is_no_medical_paper(plainbill: CommandLine) -> None:
    path = FIXTURES / "photos" / "grocery-receipt.jpg"
    ended = plainbill("explain", path, "--json")
    assert (ended.status, ended.out) == (1, "")
    assert "does not look like a medical" in ended.err


def test_a_file_that_does_not_exist_is_named(plainbill: CommandLine, tmp_path: Path) -> None:
    path = tmp_path / "absent.jpg"
    ended = plainbill("read", path, "--json")
    assert (ended.status, ended.out) == (1, "")
    assert ended.err == f"{path}: $: there is no such file; check its name\n"


def test_what_can_be_read_is_kept_beside_what_cannot(plainbill: CommandLine, tmp_path: Path) -> None:
    text = FIXTURES / "files" / "long-bill-portal.txt"
    bad = tmp_path / "empty.jpg"
    bad.write_bytes(b"")
    ended = plainbill("read", bad, text, tmp_path / "absent.png", "--json")
    assert ended.status == 0
    assert '"documents"' in ended.out
    assert str(bad) in ended.err and "absent.png" in ended.err


@pytest.mark.parametrize(
    "arguments", [(), ("--bogus",), ("read",), ("check", "a", "b"), ("read", "x", "--pages", "9-1")]
)
def test_wrong_usage_ends_with_status_2(plainbill: CommandLine, arguments: tuple[str, ...]) -> None:
    ended = plainbill(*arguments)
    assert ended.status == 2
    assert "Traceback" not in ended.err
