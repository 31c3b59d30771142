"""Which changes are made to a source, and which are not."""

from collections.abc import Sequence

import pytest

from tests.mutants.mutating import Mutant, edits, mutant


def mutants(source: str) -> list[Mutant]:
    """Every mutant of a source."""
    return [one for edit in edits(source) if (one := mutant("snippet", source, edit))]


def bodies(line: str) -> set[str]:
    """What a line of a function becomes."""
    return {one.after for one in mutants(f"def f(a, b, c=None):\n    for d in a:\n        {line}\n")}


@pytest.mark.parametrize(
    ("line", "becomes"),
    [
        ("return a < b", ["return a <= b", "return a >= b", "return None"]),
        ("return a == b", ["return a != b", "return None"]),
        ("return a not in b", ["return a in b", "return None"]),
        ("return a is not None", ["return a is None", "return None"]),
        ("return a and b or c", ["return a or b or c", "return a and b and c", "return None"]),
        ("return not a", ["return (a)", "return None"]),
        ("c = a - -b", ["c = a + -b", "c = a - (b)"]),
        ("c = 3", ["c = 4"]),
        ("c = True", ["c = False"]),
        ("c = Decimal('0.01')", ['c = Decimal("1.01")']),
        ("c = 'some'", ['c = ""']),
        ("c = ''", ['c = "changed"']),
        ("c = f'{a} {1 + 1}'", ['c = ""']),
        ("c = any(d)", ["c = all(d)"]),
        ("c = a if b else d", ["c = a if (not b) else d"]),
        ("c = [d for d in a if d.b]", ["c = [d for d in a if (not d.b)]"]),
        ("c = (a, b, d)", ["c = (b, d)", "c = (a, d)", "c = (a, b)"]),
        ("c = (a, b)", ["c = (b,)", "c = (a,)"]),
        ("c = ('some', 'other')", ["c = ('other',)", "c = ('some',)"]),
        ("c = {a, b}", ["c = {b}", "c = {a}"]),
        ("c = [a]", ["c = []"]),
        ("c = {a: 1, b: d}", ["c = {b: d}", "c = {a: 1}", "c = {a: 2, b: d}"]),
        ("c += b", ["pass", "c -= b"]),
        ("a.append(b)", ["pass"]),
        ("yield a", ["yield from ()"]),
        ("continue", ["pass"]),
        ("return", ["pass"]),
    ],
)
def test_a_line_becomes_what_is_expected_and_nothing_else(line: str, becomes: Sequence[str]) -> None:
    assert bodies(line) == set(becomes)


@pytest.mark.parametrize(
    "source",
    [
        '"""Words."""',
        "from a import b",
        "__all__ = ['a', 'b']",
        "Word = str | None",
        "Setting = Literal['one', 'other']",
        "def f(a: Literal['b'] = None) -> tuple[int, str]: ...",
        "@dataclass(frozen=True)\nclass A:\n    b: tuple[int, str]",
        "def f():\n    raise ValueError(f'{1 + 1} is wrong')",
        "def f(a):\n    assert a == 1",
        "class A(B):\n    x: int | None = None",
        "RULE = Rule(version=1)",
        "def f(a):\n    return a == 1  # pragma: no mutants",
    ],
)
def test_what_tells_nothing_about_behavior_is_left_alone(source: str) -> None:
    assert mutants(source) == []


def test_every_mutant_compiles_and_means_something_else() -> None:
    source = "def f(a):\n    return (a) + (1), 'é' < a  # blanks and brackets\n"

    found = mutants(source)

    assert {one.after.partition("  #")[0] for one in found} >= {"return (a) - (1), 'é' < a # blanks and brackets"}
    assert all(compile(one.source, "snippet", "exec") and one.source != source for one in found)


def test_a_mutant_names_its_function_and_line_and_its_key_outlives_lines_above() -> None:
    source = "class A:\n    def b(self):\n        return self.c > 1\n"

    here = {one.after: one for one in mutants(source)}["return self.c >= 1"]
    lower = {one.after: one for one in mutants(f"import os\n\n\n{source}")}["return self.c >= 1"]

    assert (here.function, here.line, lower.line) == ("A.b", 3, 6)
    assert here.key == lower.key == ("snippet", "A.b", "return self.c > 1", "return self.c >= 1")
