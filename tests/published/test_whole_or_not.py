"""An import is whole or did not happen: killed, or while another one is under way."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from plainbill.case import FaultyFile
from plainbill.published.importing import import_file
from plainbill.published.lookups import open_tables
from tests.published.conftest import Import, Open
from tests.published.making import PAIR_NAME, many_pairs, pair_lines, tabbed

ROWS = 400_000
RUN = """
import sys
from pathlib import Path
from plainbill.published.importing import import_file
import_file(Path(sys.argv[1]), Path(sys.argv[2]))
"""


def large(folder: Path) -> Path:
    path = folder / "ccipra-v330r0-f1.txt"
    path.write_bytes(tabbed(pair_lines([])) + "".join(many_pairs(ROWS)).encode())
    return path


def started(file: Path, database: Path) -> subprocess.Popen[bytes]:
    """An import in a process of its own that is in the middle of writing."""
    process = subprocess.Popen([sys.executable, "-c", RUN, str(file), str(database)])
    new = database.with_suffix(".new")
    grown = database.stat().st_size + 1_000_000
    while not (new.exists() and new.stat().st_size > grown):
        assert process.poll() is None
        time.sleep(0.005)
    return process


def test_a_killed_import_leaves_the_old_tables_and_the_next_one_goes_well(
    imported: Import, database: Path, tables: Open, tmp_path: Path
) -> None:
    imported(f"{PAIR_NAME}.txt", tabbed(pair_lines()))
    before = database.read_bytes()
    process = started(large(tmp_path), database)

    process.kill()
    process.wait()

    assert database.read_bytes() == before
    imported("ccioph-v323r0-f1.txt", tabbed(pair_lines()))
    assert [table.setting for table in tables().loaded()] == ["practitioner", "outpatient_hospital"]
    assert not database.with_suffix(".new").exists()


def test_a_second_import_is_refused_while_the_first_is_under_way_and_readers_go_on(
    imported: Import, database: Path, tmp_path: Path
) -> None:
    imported(f"{PAIR_NAME}.txt", tabbed(pair_lines()))
    reader = open_tables(database)
    process = started(large(tmp_path), database)
    # Held in the middle of its work, however busy the machine is.
    process.send_signal(signal.SIGSTOP)
    try:
        with pytest.raises(FaultyFile, match="another import"):
            import_file(tmp_path / f"{PAIR_NAME}.txt", database)
    finally:
        process.send_signal(signal.SIGCONT)
        ended = process.wait()

    assert ended == 0
    assert [table.rows for table in reader.loaded()] == [4]
    reader.close()
    after = open_tables(database)
    assert [table.edition for table in after.loaded()][-1] == "2027 Q1, version 33.0"
    after.close()
