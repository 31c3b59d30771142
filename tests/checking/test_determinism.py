"""The same case gives the same bytes in every process, whatever its hash seed, locale, time zone, folder and past."""

import functools
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from plainbill.case import ReadResult, read_as, write_json
from plainbill.checking import check
from tests.example_cases import OWN, worked_cases

Written = Mapping[str, object]

_RUN = """
import json, sys
from plainbill.case import ReadResult, read_as, write_json
from plainbill.checking import check
answers = {}
for name, written in json.load(sys.stdin).items():
    read = read_as(ReadResult, written)
    answers[name] = write_json(check(read.case, sources=read.sources, pages=read.pages))
sys.stdout.buffer.write(json.dumps(answers).encode())
"""

# A locale that is not installed leaves the process in "C"; where it is, Turkish has its own small i, German its comma.
_SURROUNDINGS = {
    "seed 0 in Greenwich": {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
    "seed 1 in the far east": {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONUTF8": "0"},
    "seed 77 in the far west": {"PYTHONHASHSEED": "77", "TZ": "Pacific/Pago_Pago", "LC_ALL": "de_DE.UTF-8"},
    "any seed in Newfoundland": {"PYTHONHASHSEED": "random", "TZ": "America/St_Johns", "LC_ALL": "tr_TR.UTF-8"},
    "without asserts": {"PYTHONHASHSEED": "4294967295", "TZ": "Asia/Kathmandu", "PYTHONOPTIMIZE": "1"},
}


@functools.cache
def written() -> Mapping[str, Written]:
    """Each worked case as somebody typed it, and as if it had been read from a page that nothing confirmed."""
    cases = {case.name: case.case for case in worked_cases(OWN) if not case.is_refused}
    typed = {name: {"case": case, "sources": {}, "pages": []} for name, case in cases.items()}
    return typed | {f"{name}, read": _read(case) for name, case in cases.items()}


def _read(case: Written) -> Written:
    documents = json.loads(json.dumps(case, default=float))["documents"]
    paths = [
        f"documents[{i}].lines[{j}].charge"
        for i, document in enumerate(documents)
        for j, line in enumerate(document.get("lines") or [])
        if line.get("charge") is not None
    ]
    sources = {
        path: {"page": 0, "box": [10, 20 * place, 90, 20 * place + 15], "text": "1.00", "confirmed_by": []}
        for place, path in enumerate(paths)
    }
    page = {"file": "a.jpg", "page": 1, "width": 800, "height": 1000}
    return {"case": case, "sources": sources, "pages": [page]}


@functools.cache
def answers() -> Mapping[str, str]:
    """What this process says of each."""
    found = {}
    for name, each in written().items():
        read = read_as(ReadResult, each)
        found[name] = write_json(check(read.case, sources=read.sources, pages=read.pages))
    return found


@pytest.mark.parametrize("surroundings", _SURROUNDINGS.values(), ids=_SURROUNDINGS)
def test_every_process_writes_the_same_bytes(surroundings: dict[str, str], tmp_path: Path) -> None:
    asked = dict(reversed(list(written().items())))  # another order: what was judged before leaves no trace

    done = subprocess.run(
        [sys.executable, "-c", _RUN],
        input=json.dumps(asked, default=float).encode(),
        capture_output=True,
        check=True,
        cwd=tmp_path,
        env={**os.environ, **surroundings, "PYTHONPATH": os.pathsep.join(sys.path)},
    )

    assert json.loads(done.stdout) == answers()


def test_a_second_look_at_a_case_says_the_same() -> None:
    before = answers()
    answers.cache_clear()

    assert answers() == before
