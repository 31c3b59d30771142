"""A strong test kills a mutant, a weak one lets it live, and one that never ends is stopped."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# A process of its own: forking one that runs tests would take its hooks along.
_RUN = """
import json, sys
from pathlib import Path
from tests.mutants.drawing import draw, sources
from tests.mutants.running import Ground, TestsFail, verdicts
folder = Path(sys.argv[1])
sys.path.insert(0, str(folder))
ground = Ground(package="sums", tests=folder / "checks", slack_s=0.2)
mutants = draw(sources(folder / "sums"), seed=1, count=100)
(folder / "notes").mkdir()
try:
    done = list(verdicts(ground, mutants, jobs=2, notes=folder / "notes"))
except TestsFail as failure:
    sys.exit("they fail: " + str(failure))
print(json.dumps({v.mutant.after: [v.outcome, v.test.rpartition("::")[2]] for v in done}))
"""
_UP_TO = """
def up_to(number):
    count = 0
    while count < number:
        count += 1
    return count
"""
_FIRST = "from sums.counting import up_to\n\n"
_STRONG = f"{_FIRST}def test_counts():\n    assert up_to(3) == 3\n"


def outcomes(folder: Path, test: str) -> dict[str, list[str]]:
    """What becomes of each mutant of a small package with one test."""
    for name, text in {"sums/__init__.py": "", "sums/counting.py": _UP_TO, "checks/test_counting.py": test}.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", _RUN, str(folder)], capture_output=True, text=True, cwd=ROOT, check=False
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


def test_a_strong_test_kills_what_a_weak_one_lets_live(tmp_path: Path) -> None:
    (tmp_path / "weak").mkdir()
    (tmp_path / "strong").mkdir()

    strong = outcomes(tmp_path / "strong", _STRONG)
    weak = outcomes(tmp_path / "weak", f"{_FIRST}def test_counts():\n    up_to(3)\n")

    assert strong["while count <= number:"] == ["killed", "test_counts"]
    assert strong["return None"] == ["killed", "test_counts"]
    assert weak["return None"] == ["survived", ""]


def test_a_mutant_that_never_ends_is_stopped_and_told_apart(tmp_path: Path) -> None:
    strong = outcomes(tmp_path, _STRONG)

    assert strong["pass"] == ["timed out", "test_counts"]
    assert strong["count -= 1"] == ["timed out", "test_counts"]


def test_a_test_that_starts_a_process_kills_nothing_by_it(tmp_path: Path) -> None:
    # The process imports the package as it stands on disk, and every mutant would differ from that.
    started = "import subprocess, sys\n\ndef test_counts():\n    subprocess.run([sys.executable, '-c', ''])\n"

    found = outcomes(tmp_path, f"{_FIRST}{started}    assert up_to(3) == 3\n")

    assert set(map(tuple, found.values())) == {("survived", "")}


def test_tests_that_fail_without_a_mutant_are_told(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="they fail: [^$]*assert 3 == 4"):
        outcomes(tmp_path, f"{_FIRST}def test_counts():\n    assert up_to(3) == 4\n")
