"""Which mutants the tests notice: each in a fork of one process that has imported all but the mutated package."""

import gc
import importlib.abc
import importlib.machinery
import importlib.util
import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import CodeType, ModuleType
from typing import Literal, NoReturn

import pytest
from hypothesis import HealthCheck, Phase, settings

from tests.mutants.mutating import Mutant

Outcome = Literal["killed", "survived", "timed out"]


# A test may take ten times what it takes without a mutant, and the ground's slack for what only the first one does.
_TIMES = 10
_COLLECTING_S = 20.0
_SLOW_S = 0.2
# Only these are loaded: looking for others takes time, and a random order would make runs differ.
_PLUGINS = ("pytest_timeout", "_hypothesis_pytestplugin")
# A mutant that collects without end is stopped before it takes the machine along.
_MEMORY_BYTES = 4 << 30
_TIMED_OUT = signal.SIGPROF


_FROM_OUTSIDE = (signal.SIGTERM, signal.SIGKILL, signal.SIGHUP)
_NO_TESTS_LEFT = 5


class EndedFromOutside(Exception):
    """Somebody ended a run, which says nothing about its mutant."""


class TestsFail(Exception):
    """The tests fail without any mutant, so they say nothing about one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What became of a mutant, and the test that noticed it or was running when its time was up."""

    mutant: Mutant
    outcome: Outcome
    test: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Where mutants are run: the package they lie in, the folder of tests, and what to import before forking.

    The tests named like the module and those in `first` are run by themselves before the others: most mutants die
    there, and collecting thousands of tests takes longer than that. Those in `left_out` are not run.
    """

    package: str
    tests: Path
    imported_first: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    slack_s: float = 3.0

    def module(self, mutant: Mutant) -> str:
        """Return the full name of a mutated module."""
        return f"{self.package}.{mutant.module}" if mutant.module else self.package

    def near(self, mutant: Mutant) -> tuple[Path, ...]:
        """Return the files of tests that are run first."""
        names = {f"test_{mutant.module.rpartition('.')[2]}.py", *self.first}
        return tuple(sorted(file for file in self.tests.rglob("test_*.py") if file.name in names))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """A mutant before the tests near it, or before the others."""

    place: int
    mutant: Mutant
    is_near: bool


class _Mutated(importlib.abc.MetaPathFinder):
    """Gives a mutated source in place of the module's own, to the first one who imports it."""

    def __init__(self, module: str, source: str) -> None:
        self._module, self._source = module, source

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """Find the mutated module alone."""
        if fullname != self._module:
            return None
        spec = importlib.machinery.PathFinder.find_spec(fullname, path)
        assert spec is not None and spec.origin is not None
        spec.loader = _Source(fullname, spec.origin, self._source)
        return spec


class _Source(importlib.machinery.SourceFileLoader):
    def __init__(self, fullname: str, path: str, source: str) -> None:
        super().__init__(fullname, path)
        self._mutated = source

    def get_code(self, fullname: str) -> CodeType:
        """Compile the mutated source, and write no bytecode of it."""
        return compile(self._mutated, self.path, "exec", dont_inherit=True)


class _Watch:
    """A plugin of the child: puts tests in order, limits their time, and writes down which one is running."""

    def __init__(self, notes: Path, times: Mapping[str, float], slack_s: float) -> None:
        self._notes, self._times, self._slack_s = notes, times, slack_s
        self._started = 0.0
        self.took: dict[str, float] = {}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Put quick tests before slow ones."""
        items.sort(key=lambda item: self._times.get(item.nodeid, 0.0) > _SLOW_S)

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """Limit the test by processor time: another run on the same machine must not kill a mutant."""
        self._notes.write_text(nodeid, encoding="utf-8")
        limit_cpu(_TIMES * self._times.get(nodeid, 10.0) + self._slack_s)
        self._started = time.process_time()

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        """Note how long the test took."""
        self.took[nodeid] = time.process_time() - self._started


def limit_cpu(seconds: float) -> None:
    """End this process by a signal once it has used so much more processor time."""
    signal.setitimer(signal.ITIMER_PROF, seconds)


def verdicts(ground: Ground, mutants: Sequence[Mutant], *, jobs: int, notes: Path) -> Iterator[Verdict]:
    """Yield what becomes of each mutant, in the order in which they end; `notes` is a folder to write in.

    Raises:
        TestsFail: they do so without a mutant.
        EndedFromOutside: a signal that no test sends ended one.
    """
    _import_what_stays_the_same(ground)
    times = _times_without_mutant(ground, notes)
    waiting = [_Run(place=place, mutant=one, is_near=bool(ground.near(one))) for place, one in enumerate(mutants)]
    waiting.reverse()
    running: dict[int, _Run] = {}
    while waiting or running:
        while waiting and len(running) < jobs:
            run = waiting.pop()
            running[_start(ground, run, times, notes / str(run.place))] = run
        pid, status = os.wait()
        run = running.pop(pid)
        verdict = _verdict(run.mutant, status, (notes / str(run.place)).read_text(encoding="utf-8"))
        if run.is_near and verdict.outcome == "survived":
            waiting.append(replace(run, is_near=False))
        else:
            yield verdict


def _import_what_stays_the_same(ground: Ground) -> None:
    # What shrinks a failure or remembers it only costs time here; what fails once has failed.
    settings.register_profile(
        "mutants",
        database=None,
        derandomize=True,
        deadline=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    settings.load_profile("mutants")
    for name in (*_PLUGINS, *ground.imported_first):
        importlib.import_module(name)
    mutated = [name for name in sys.modules if f"{name}.".startswith(f"{ground.package}.")]
    assert not mutated, f"imported before any mutant could be put in: {mutated}"
    gc.collect()
    gc.freeze()


def _times_without_mutant(ground: Ground, notes: Path) -> Mapping[str, float]:
    """Run the tests as they are, and return how many seconds each took."""
    written = notes / "times.json"
    pid = os.fork()
    if not pid:
        watch = _Watch(notes / "running", {}, ground.slack_s)
        status = _run_tests(_arguments(ground), watch, notes / "without.txt")
        written.write_text(json.dumps(watch.took), encoding="utf-8")
        os._exit(status)
    if os.waitpid(pid, 0)[1]:
        raise TestsFail((notes / "without.txt").read_text(encoding="utf-8")[-4000:])
    times: dict[str, float] = json.loads(written.read_text(encoding="utf-8"))
    return times


def _arguments(ground: Ground, run: _Run | None = None) -> list[str]:
    """Which tests to run: all, or for a mutant those near it first and the others if it is still alive."""
    near = [str(file) for file in ground.near(run.mutant)] if run else []
    if run and run.is_near:
        return near
    away = [str(ground.tests / name) for name in ground.left_out]
    return [str(ground.tests), *(f"--ignore={file}" for file in (*near, *away))]


def _start(ground: Ground, run: _Run, times: Mapping[str, float], notes: Path) -> int:
    pid = os.fork()
    if pid:
        return pid
    notes.write_text("while tests were collected", encoding="utf-8")
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))
    limit_cpu(_COLLECTING_S)
    sys.meta_path.insert(0, _Mutated(ground.module(run.mutant), run.mutant.source))
    watch = _Watch(notes, times, ground.slack_s)
    os._exit(_run_tests(_arguments(ground, run), watch, Path(os.devnull)))


def _run_tests(which: Sequence[str], watch: _Watch, output: Path) -> int:
    """Run the tests until one fails, in this process, and return the status that pytest ends with."""
    shown = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(shown, 1)
    os.dup2(shown, 2)
    # A process that a test starts would import the module as it stands on disk.
    subprocess.Popen = _not_here  # type: ignore[assignment, misc]  # only in this fork
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    status = pytest.main(
        ["-q", "-x", "-p", "no:cacheprovider", "-o", "timeout=0", *which],
        plugins=[watch, *(sys.modules[name] for name in _PLUGINS)],
    )
    # Nothing else writes what was printed before a fork ends.
    sys.stdout.flush()
    sys.stderr.flush()
    return status


def _not_here(*_: object, **__: object) -> NoReturn:
    pytest.skip("a process of its own would not see the mutant")


def _verdict(mutant: Mutant, status: int, test: str) -> Verdict:
    signaled = os.WTERMSIG(status) if os.WIFSIGNALED(status) else None
    if signaled in _FROM_OUTSIDE:
        raise EndedFromOutside(f"signal {signaled} while {test} ran")
    if signaled == _TIMED_OUT:
        return Verdict(mutant=mutant, outcome="timed out", test=test)
    if signaled is None and os.waitstatus_to_exitcode(status) in (0, _NO_TESTS_LEFT):
        return Verdict(mutant=mutant, outcome="survived", test="")
    return Verdict(mutant=mutant, outcome="killed", test=test)
