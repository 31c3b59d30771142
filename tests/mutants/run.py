"""Draws mutants of the checking room and says which of them its tests do not notice; `make mutants` runs it."""

import argparse
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import tests.example_cases
from tests.mutants.drawing import Key, draw, read_reasons, sources
from tests.mutants.mutating import Mutant
from tests.mutants.running import Ground, TestsFail, Verdict, verdicts

ROOT = Path(__file__).parents[2]
CHECKING = ROOT / "core" / "plainbill" / "checking"
REASONS = Path(__file__).with_name("survivors.toml")
GROUND = Ground(
    package="plainbill.checking",
    tests=ROOT / "tests" / "checking",
    first=("test_golden.py", "test_example_cases.py"),
    # These only see crashes and processes, and take as long as all the others.
    left_out=("test_odd_cases.py", "test_determinism.py"),
    imported_first=("plainbill.case", "plainbill.describing.vagueness", "plainbill.knowledge.published"),
)
BAR = 0.9
OUTCOMES = ("killed", "survived", "timed out")


def tell(line: str = "") -> None:
    """Print one line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main(arguments: Sequence[str]) -> int:
    """Return 0 where enough mutants were noticed and each survivor has its reason, else 1."""
    options = _options(arguments)
    reasons = read_reasons(REASONS)
    # The same for everybody: whether the contract's cases lie beside the checkout must not decide.
    tests.example_cases.SHARED = ROOT / "tests" / "no contract's cases"
    mutants = draw(sources(CHECKING), seed=options.seed, count=options.count)
    tell(f"{len(mutants)} mutants of {GROUND.package}, drawn by seed {options.seed}")
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="plainbill-mutants-") as notes:
        try:
            done = _run(mutants, jobs=options.jobs, notes=Path(notes))
        except TestsFail as failure:
            tell(f"{failure}\nThe tests fail as they are; no mutant was tried.")
            return 1
    if options.killers:
        _tell_killers(done)
    _tell_modules(done)
    survivors = sorted((v.mutant for v in done if v.outcome == "survived"), key=lambda m: (m.module, m.line, m.after))
    unexplained = _tell_survivors(survivors, reasons)
    share = 1 - len(survivors) / max(1, len(done))
    tell(
        f"{share:.1%} of {len(done)} noticed (bar {BAR:.0%}), {len(survivors) - unexplained} survivors with a reason,"
        f" {unexplained} without; {(time.monotonic() - start) / 60:.1f} minutes"
    )
    return 0 if share >= BAR and not unexplained else 1


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make mutants", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="which mutants are drawn (default 1)")
    parser.add_argument("--count", type=int, default=300, help="how many (default 300)")
    parser.add_argument("--jobs", type=int, default=2, help="how many at a time (default 2)")
    parser.add_argument("--killers", action="store_true", help="name the test that noticed each mutant")
    return parser.parse_args(arguments)


def _run(mutants: Sequence[Mutant], *, jobs: int, notes: Path) -> list[Verdict]:
    done: list[Verdict] = []
    for verdict in verdicts(GROUND, mutants, jobs=jobs, notes=notes):
        done.append(verdict)
        if len(done) % 25 == 0:
            tell(f"  {len(done)} of {len(mutants)} run")
    return done


def _tell_killers(done: Iterable[Verdict]) -> None:
    for verdict in sorted(done, key=lambda verdict: (verdict.mutant.module, verdict.mutant.line)):
        mutant = verdict.mutant
        tell(f"{_place(mutant)} {verdict.outcome} {verdict.test}\n  - {mutant.before}\n  + {mutant.after}")


def _tell_modules(done: Iterable[Verdict]) -> None:
    by_module: dict[str, Counter[str]] = {}
    for verdict in done:
        by_module.setdefault(verdict.mutant.module, Counter())[verdict.outcome] += 1
    tell()
    tell(f"{'module':30}" + "".join(f"{outcome:>12}" for outcome in OUTCOMES))
    everything = sum(by_module.values(), Counter[str]())
    for module, counts in (*sorted(by_module.items()), ("all", everything)):
        tell(f"{module or '(the package)':30}" + "".join(f"{counts[outcome]:>12}" for outcome in OUTCOMES))


def _tell_survivors(survivors: Sequence[Mutant], reasons: Mapping[Key, str]) -> int:
    """Print each survivor, then the entries that would hold the reasons of those without, and return how many."""
    for mutant in survivors:
        tell(f"\n{_place(mutant)} in {mutant.function or 'the module'}\n  - {mutant.before}\n  + {mutant.after}")
        tell(f"  {reasons.get(mutant.key, 'without a reason')}")
    unexplained = [mutant for mutant in survivors if mutant.key not in reasons]
    if unexplained:
        tell(f"\nWrite tests. Where none is worth it, this goes into {REASONS.relative_to(ROOT)}, with the reason:\n")
    for mutant in unexplained:
        # What JSON writes, TOML reads as the same text.
        entry = zip(("module", "function", "before", "after"), mutant.key, strict=True)
        tell("[[survivor]]\n" + "".join(f"{name} = {json.dumps(text, ensure_ascii=False)}\n" for name, text in entry))
    return len(unexplained)


def _place(mutant: Mutant) -> str:
    file = CHECKING.joinpath(*mutant.module.split("."))
    found = file / "__init__.py" if file.is_dir() else file.with_suffix(".py")
    return f"{found.relative_to(ROOT)}:{mutant.line}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
