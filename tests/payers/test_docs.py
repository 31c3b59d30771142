"""The page for authors: its file is a sound pack, and its fault is what the check says."""

import re
from pathlib import Path

import pytest

from plainbill.payers.faults import FaultyPack, read_pack

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "add-a-payer.md"
FILE, *_ = re.findall(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


def test_the_file_of_the_page_is_sound_and_uses_every_section() -> None:
    pack = read_pack(FILE)

    assert {path.partition("[")[0] for path, _ in pack.facts()} == {
        "names", "titles", "marks", "columns", "codes", "phrases", "contacts", "limits",
    }  # fmt: skip


def test_the_fault_of_the_page_is_what_the_check_says() -> None:
    (shown,) = re.findall(r"payer\.toml: line \d+: codes\[0\]\.kind: (.+)", PAGE.read_text(encoding="utf-8"))

    with pytest.raises(FaultyPack) as caught:
        read_pack(FILE.replace('kind = "benefit-limit"', 'kind = "nonsense"', 1))

    assert [fault.message for fault in caught.value.faults] == [shown]
