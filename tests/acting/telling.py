"""What is written about a worked case, as text that a person can read line by line; `make bless` writes it anew."""

from pathlib import Path

from plainbill.acting import writings_of
from plainbill_exports.message import write
from tests.acting.making import all_kinds, cases, report_of

GOLDEN = Path(__file__).with_name("golden")


def told(name: str) -> str:
    """Return everything that is written about a worked case."""
    return "\n\n".join(write(writing).decode() for writing in writings_of(report_of(name)))


def chosen() -> tuple[str, ...]:
    """Return the names of cases that hold every kind between them, and of those with a letter that refuses."""
    refused = {name for name in cases() if report_of(name).refused}
    return tuple(sorted(refused.union(all_kinds().values())))


def bless() -> None:
    """Write what is said of the chosen cases, and take away what is of none."""
    GOLDEN.mkdir(exist_ok=True)
    for stray in {file.stem for file in GOLDEN.glob("*.txt")} - set(chosen()):
        (GOLDEN / f"{stray}.txt").unlink()
    for name in chosen():
        (GOLDEN / f"{name}.txt").write_text(told(name), encoding="utf-8")


if __name__ == "__main__":
    bless()
