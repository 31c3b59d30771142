"""A file that is no paper is answered in plain words."""

import pytest

from tests.plainbill_files.writing import kinds, loaded


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        ("photo.jpg", b"", "empty"),
        ("photo.jpg", b"#!/bin/sh\n" + bytes(range(256)) * 8, "neither picture"),
        ("bill.docx", b"PK\x03\x04" + bytes(60), "save its pages as PDF"),
        ("bill.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(60), "save its pages as PDF"),
        ("bill.gif", b"GIF89a" + bytes(60), "save it as PNG"),
        ("film.mov", b"\0\0\0\x14ftypqt  " + bytes(60), "video"),
        ("tool", b"\x7fELF" + bytes(60), "a program"),
    ],
)
def test_what_is_no_paper_is_named_with_what_to_do(name: str, content: bytes, word: str) -> None:
    (page,) = loaded(name, content)
    assert (page.picture, page.words, kinds(page)) == (None, (), ["unreadable"])
    assert word in page.problems[0].text
    assert ";" in page.problems[0].text
