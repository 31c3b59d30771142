"""Scores how charge lines are described: those judged by hand, with wrong letters too, and others for their speed.

A group is right where it is the one that was judged, "as good" where a fair reader could choose it too; a line whose
translation is vague is left open, which is no wrong answer but no right one either.
"""

import argparse
import json
import re
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.invented import invented
from bench.judged_lines import DRAWS, Judgment, draw, judgments, key_of, others_beside, written
from bench.misreading import misread
from bench.official_names import tell_official_names
from bench.screen import tell
from plainbill.case import Line, Translation
from plainbill.describing import describe_line
from plainbill.describing.readability import reading_grade
from plainbill.knowledge.tables import read_table
from plainbill_spacy.opinion import HEARD_FROM, opinion_of
from plainbill_spacy.pipeline import understand
from plainbill_spacy.words import Opinion

ROOT = Path(__file__).parents[1]
RIGHT_BAR, GRADE_BAR = 0.90, 6.0
LOST_BARS = {1: 5.0, 2: 15.0}
SEEDS = range(5)
EDITIONS = (2019, 2025)
MANY = 10_000
WARM_BAR_MS, MANY_BAR_S, LOAD_BAR_S, LOAD_BAR_MB = 0.3, 3.0, 0.4, 80.0

LOAD = """
import json, resource, sys, time
from pathlib import Path
def held():
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()
start, before = time.process_time(), None
import spacy
imported, before = time.process_time(), held()
from plainbill_spacy.opinion import HEARD_FROM, opinion_of
from plainbill_spacy.pipeline import understand
from plainbill_spacy.words import Opinion
understand("XR ANKLE RT"), understand("IBUPROFEN 600 MG TAB"), understand("ULTRASOUMD KIDNEY")
print(json.dumps({"spacy_s": imported - start, "s": time.process_time() - imported, "bytes": held() - before}))
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """A line, what was judged of it, and what is said of it."""

    line: str
    judged: Judgment
    said: Translation

    @property
    def verdict(self) -> str:
        """How the group compares: right, as good, open, wrong; a line judged vague is right where it is said to be."""
        if self.judged.vague or self.said.vague:
            return "right" if self.judged.vague and self.said.vague else "wrong" if self.judged.vague else "open"
        if self.said.group == self.judged.group:
            return "right"
        return "as good" if self.said.group in self.judged.also else "wrong"


def describe(texts: Sequence[str]) -> list[Translation]:
    """What is said of each text, as the words of a line without a code."""
    return [describe_line(Line(id="1", description=text), understand(text).reading) for text in texts]


def score(lines: Sequence[str], texts: Sequence[str] | None = None) -> list[Described]:
    """The judged lines of the first draw with what is said of them, or of `texts` in their place."""
    known = judgments()
    described = describe(lines if texts is None else texts)
    return [
        Described(line=line, judged=known[key_of(line)], said=said) for line, said in zip(lines, described, strict=True)
    ]


def score_by(known: Mapping[str, Judgment], lines: Mapping[str, str]) -> list[Described]:
    """Lines with what is said of them, by the keys of what was judged."""
    said = describe(list(lines.values()))
    return [
        Described(line=line, judged=known[key], said=each)
        for (key, line), each in zip(lines.items(), said, strict=True)
    ]


def known_twice(line: str) -> bool:
    """Whether a second look at the line came to the same group as the first."""
    judged = judgments()[key_of(line)]
    return judged.second == judged.group


def share(described: Sequence[Described], *verdicts: str) -> float:
    """The share of the lines whose verdict is one of these."""
    return sum(each.verdict in verdicts for each in described) / len(described)


def grade_of(plain: str) -> float:
    """The reading grade of a text; printed words in quotes, names of medicines and parts of the body are explained."""
    names = re.findall(r"[\w-]+", " ".join(re.findall(r'"([^"]*)"', plain)))
    opening, said, _ = plain.partition(", a medicine for ")
    names += re.findall(r"[\w-]+", opening if said else "")
    names += re.findall(r"[\w-]+", " ".join(re.findall(r"A medicine made of ([^.(]*)", plain)))
    return reading_grade(plain, frozenset(map(str.lower, names)) | _PARTS)


_PARTS = frozenset(word.lower() for row in read_table("body_parts") for word in row["plain"].split())


def tell_judged(lines: Sequence[str], *, show: bool) -> None:
    """How well the judged lines are described, as they are and with wrong letters."""
    twice = [line for line in lines if known_twice(line)]
    tell(f"{len(lines) - len(twice)} judged lines are left out: the second look at them differed from the first")
    lines, described = twice, score(twice)
    counts = Counter(each.verdict for each in described)
    tell(f"{len(described)} judged lines: " + ", ".join(f"{counts[each]} {each}" for each in VERDICTS))
    right = share(described, "right")
    fair = share(described, "right", "as good")
    tell(f"group right: {right:.1%}, with groups that are as good {fair:.1%} (bar {RIGHT_BAR:.0%})")
    unwarranted = [(each.line, invented(each.line, each.said)) for each in described]
    tell(f"details that the line does not give: {sum(bool(found) for _, found in unwarranted)} lines (bar 0)")
    grades = [grade_of(each.said.plain) for each in described]
    tell(f"reading grade: median {statistics.median(grades):.1f}, {_over(grades)} (bar {GRADE_BAR:g})")
    if show:
        _show(described)
    for letters, bar in LOST_BARS.items():
        for alike in (True, False):
            noisy = [s for seed in SEEDS for s in score(lines, _misread(lines, seed, letters=letters, alike=alike))]
            lost = 100 * (right - share(noisy, "right"))
            kind = "look-alike" if alike else "any"
            tell(
                f"{letters} wrong letter{'s' * (letters > 1)} in a word ({kind}): {lost:.1f} points lost (bar {bar:g}),"
                f" wrong {share(noisy, 'wrong'):.1%}, open {share(noisy, 'open'):.1%}"
            )


VERDICTS = ("right", "as good", "open", "wrong")


def tell_further(name: str, described: Sequence[Described], *, show: bool) -> None:
    """How well lines of a later draw, or lines that were written for it, are described."""
    counts = Counter(each.verdict for each in described)
    tell(f"{name}: {len(described)} lines, " + ", ".join(f"{counts[each]} {each}" for each in VERDICTS))
    tell(f"group right: {share(described, 'right'):.1%} (bar {RIGHT_BAR:.0%})")
    unwarranted = sum(bool(invented(each.line, each.said)) for each in described)
    tell(f"details that the line does not give: {unwarranted} lines (bar 0)")
    if show:
        _show(described)


def _show(described: Sequence[Described]) -> None:
    for each in described:
        if each.verdict != "right":
            tell(f"  {each.verdict}: {each.judged.meaning} [{each.judged.group}], said [{each.said.group}]")


def _misread(lines: Sequence[str], seed: int, *, letters: int, alike: bool) -> list[str]:
    return [misread(line, seed, letters=letters, alike=alike) for line in lines]


def tell_opinion(lines: Sequence[str]) -> None:
    """What the second opinion is worth: how often the tables are right where it agrees, and where it differs."""
    described = [each for each in score(lines) if not each.said.vague]
    start = time.process_time()
    opinions = [opinion_of(each.line) for each in described]
    took = time.process_time() - start
    for what, heard in (
        ("agrees", [d for d, o in zip(described, opinions, strict=True) if o.group == d.said.group]),
        ("differs", [d for d, o in zip(described, opinions, strict=True) if o.group != d.said.group]),
        ("differs at .5 or more", [d for d, o in zip(described, opinions, strict=True) if _is_heard(d, o)]),
    ):
        right = sum(each.verdict in ("right", "as good") for each in heard)
        tell(f"second opinion {what}: {len(heard)} lines, the tables right on {right}")
    alone = sum(o.group in {d.judged.group, *d.judged.also} for d, o in zip(described, opinions, strict=True))
    tell(f"second opinion alone: {alone / len(described):.1%} right; {1000 * took / len(described):.2f} ms a line")


def _is_heard(described: Described, opinion: Opinion) -> bool:
    return opinion.group != described.said.group and opinion.score >= HEARD_FROM


def tell_others(lines: Sequence[str]) -> None:
    """How often other lines are left open, what is said of them that they do not give, and how hard it reads."""
    said = describe(lines)
    unwarranted = sum(bool(invented(line, each)) for line, each in zip(lines, said, strict=True))
    tell(f"{len(lines)} other lines: {sum(each.vague for each in said) / len(said):.1%} left open")
    tell(f"details that the line does not give: {unwarranted} lines (bar 0)")
    grades = [grade_of(each.plain) for each in said]
    tell(f"reading grade: median {statistics.median(grades):.1f}, {_over(grades)} (bar {GRADE_BAR:g})")


def _over(grades: Sequence[float]) -> str:
    return f"{sum(grade > GRADE_BAR for grade in grades) / len(grades):.1%} over {GRADE_BAR:g}, worst {max(grades):.1f}"


def tell_speed(lines: Sequence[str]) -> None:
    """Processor time for one warm line and for many, and what loading costs beyond importing spaCy."""
    many = [lines[i % len(lines)] for i in range(MANY)]
    describe(lines[:50])
    alone = [_processor_s(lambda text=text: describe([text])) for text in lines]  # type: ignore[misc]
    tell(f"a warm line: median {1000 * statistics.median(alone):.2f} ms of processor time (bar {WARM_BAR_MS} ms)")
    tell(f"{MANY:,} lines: {_processor_s(lambda: describe(many)):.1f} s of processor time (bar {MANY_BAR_S:g} s)")
    rounds = [_loading() for _ in range(5)]
    took = statistics.median(each["s"] for each in rounds)
    held = statistics.median(each["bytes"] for each in rounds) / 1e6
    tell(f"loading beyond `import spacy`: {took:.2f} s (bar {LOAD_BAR_S} s), {held:.0f} MB (bar {LOAD_BAR_MB:g} MB)")


def _processor_s(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _loading() -> dict[str, float]:
    done = subprocess.run([sys.executable, "-c", LOAD], cwd=ROOT, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


def main() -> None:
    """Print everything; lines of price lists are read beside the checkout, and where they are missing it says so."""
    from tests.example_cases import charge_lines, official_names

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="what was judged of each line that is not right")
    asked = parser.parse_args()
    every = charge_lines()
    if not every:
        tell("the price lists are not beside the checkout: judged lines are not scored")
    else:
        judged = draw(every)
        tell_judged(judged, show=asked.show)
        tell_opinion(judged)
        others = others_beside(every, judged)
        tell_others(others)
        for place, later in enumerate(DRAWS[1:], start=2):
            by_key = {key_of(line): line for line in draw(every, later)}
            tell_further(f"draw {place}", score_by(judgments(later), by_key), show=asked.show)
    tell_further("written lines", score_by(written(), {line: line for line in written()}), show=asked.show)
    for year in EDITIONS:
        if names := official_names(year):
            tell_official_names(names)
    tell_speed(others if every else made_lines())


def made_lines() -> list[str]:
    """Lines of the tables themselves, where there are no others."""
    return [row["key"] for row in read_table("concepts") if not row["key"].startswith("*")]


if __name__ == "__main__":
    main()
