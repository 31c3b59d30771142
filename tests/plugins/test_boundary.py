"""The boundary: an exception or a wrong answer becomes a value that names the plugin and quotes nothing."""

from collections.abc import Callable, Iterator

import pytest

from plainbill.case import Reading, Translation
from plainbill.plugins.annotations import hints_of, resolved
from plainbill.plugins.boundary import SET_ASIDE, call_guarded, describe_failure
from plainbill.plugins.calling import PATIENCE, Boundary
from plainbill.plugins.records import Failure, Picture, SeenWord
from plainbill.plugins.shapes import MOST_ELEMENTS, misfit
from plainbill.reading.page import Box

BOX = Box(x0=0, y0=0, x1=1, y1=1)


def fails() -> int:
    raise KeyError("the bill of a person")


def leaves() -> int:
    raise SystemExit(3)


def one_then_fails() -> Iterator[str]:
    yield "one"
    fails()


def seen(text: object = "a", box: object = BOX, confidence: object = 0.5) -> SeenWord:
    return SeenWord(text=text, box=box, confidence=confidence)  # type: ignore[arg-type]  # what a plugin might build


def boundary(trusted: frozenset[str] = frozenset()) -> tuple[Boundary, list[Failure]]:
    failures: list[Failure] = []
    return Boundary(failures.append, trusted=trusted), failures


def test_what_a_function_returns_comes_through() -> None:
    guard, failures = boundary()

    assert guard.ask("acme", "load", int, lambda: 7) == 7
    assert guard.ask("acme", "load", int, lambda: None) is None
    assert failures == []


@pytest.mark.parametrize(("function", "kind"), [(fails, "KeyError"), (leaves, "SystemExit")])
def test_an_exception_becomes_a_failure_that_quotes_nothing(function: Callable[[], int], kind: str) -> None:
    guard, failures = boundary()
    failure = guard.ask("acme", "load", int, function, page=2)

    assert isinstance(failure, Failure)
    assert failures == [failure]
    assert (failure.plugin, failure.hook, failure.kind, failure.page) == ("acme", "load", kind, 2)
    assert failure.where.startswith("test_boundary.py:")
    assert "person" not in describe_failure(failure)
    assert "acme" in describe_failure(failure)


def test_an_exception_outside_of_hooks_becomes_a_failure_too() -> None:
    assert isinstance(call_guarded("acme", "import", fails), Failure)


def test_what_came_before_a_failing_step_is_kept() -> None:
    guard, failures = boundary()
    first, second = guard.iterate("acme", "load", str, one_then_fails, most=9)

    assert first == "one"
    assert failures == [second]


def test_an_iterator_that_does_not_end_is_cut_off() -> None:
    guard, failures = boundary()

    assert len(list(guard.iterate("acme", "load", str, lambda: iter(lambda: "x", ""), most=9))) == 9
    failure = guard.call("acme", "describe_lines", lambda: iter(lambda: "x", ""))
    assert failures == [failure]
    assert isinstance(failure, Failure)
    assert failure.kind == "TooMuch"


def test_what_is_no_iterator_is_a_failure() -> None:
    guard, failures = boundary()

    assert list(guard.iterate("acme", "load", str, lambda: 5, most=9)) == failures
    assert [failure.kind for failure in failures] == ["TypeError"]


def test_a_wrong_element_loses_itself_and_its_place_is_said() -> None:
    guard, failures = boundary()
    kept = guard.ask_each("acme", "read", SeenWord, lambda: [seen("a"), "b", seen("c", confidence=7), seen("d")])

    assert not isinstance(kept, Failure)
    assert [word.text for word in kept] == ["a", "d"]
    assert [(failure.kind, failure.where) for failure in failures] == [("bad return", "[1]")]


@pytest.mark.parametrize(
    ("value", "place"),
    [
        (seen(), None),
        (seen(text=5), ".text"),
        (seen(box="here"), ".box"),
        (seen(box=Box(x0=2, y0=0, x1=1, y1=1)), ".box"),
        (seen(box=Box(x0=float("nan"), y0=0, x1=1, y1=1)), ".box.x0"),
        (seen(confidence=1.5), ".confidence"),
        (seen(confidence=True), ".confidence"),
        (seen(confidence=None), None),
        ("word", ""),
    ],
)
def test_a_record_is_looked_at_down_to_its_last_field(value: object, place: str | None) -> None:
    assert misfit(value, SeenWord) == place


def test_a_model_built_around_its_own_checks_is_looked_at_again() -> None:
    fair = Translation(plain="A thing.", group="other", basis="code", confidence=0.5, vague=False, source="own/1")
    other = Reading(**{name: getattr(fair, name) for name in Reading.model_fields})

    assert misfit(fair, Translation) is None
    assert misfit(fair.model_copy(update={"confidence": 7}), Translation) == ".confidence"
    assert misfit(fair.model_copy(update={"group": "magic"}), Translation) == ".group"
    assert misfit(fair.model_copy(update={"alternatives": (other, "x")}), Translation) == ".alternatives[1]"
    assert misfit(Translation.model_construct(plain="A thing."), Translation) == ".group"


def test_what_came_with_plainbill_is_not_looked_at_field_by_field() -> None:
    guard, failures = boundary()
    word = seen(text=5)

    assert guard.ask_own("parser", "read", SeenWord, lambda: word) is word
    assert guard.ask_own("parser", "read", SeenWord, lambda: None) is None
    assert failures == []
    assert guard.ask_own("parser", "read", SeenWord, lambda: "word", page=2) is failures[0]
    assert (failures[0].kind, failures[0].page) == ("bad return", 2)


def test_more_elements_than_anybody_wants_are_refused() -> None:
    guard, failures = boundary()

    assert isinstance(guard.ask_each("acme", "read", str, lambda: ["x"] * (MOST_ELEMENTS + 1)), Failure)
    assert len(failures) == 1


def test_a_plugin_that_fails_too_often_running_is_set_aside_with_a_notice() -> None:
    guard, failures = boundary()
    for _ in range(PATIENCE - 1):
        guard.ask("acme", "load", int, fails)
    assert not guard.is_set_aside("acme")
    guard.ask("acme", "load", int, fails)

    assert guard.is_set_aside("acme")
    assert failures[-1].kind == SET_ASIDE
    assert "not asked any more" in describe_failure(failures[-1])


def test_an_answer_in_between_starts_the_count_anew() -> None:
    guard, _ = boundary()
    for _ in range(PATIENCE - 1):
        guard.ask("acme", "load", int, fails)
    guard.ask("acme", "load", int, lambda: 1)
    guard.ask("acme", "load", int, fails)

    assert not guard.is_set_aside("acme")


def test_what_came_with_plainbill_is_asked_again_however_often_it_fails() -> None:
    guard, _ = boundary(trusted=frozenset({"files"}))
    for _ in range(PATIENCE + 1):
        guard.ask("files", "load", int, fails)

    assert not guard.is_set_aside("files")


def test_names_that_a_module_imports_for_type_checkers_alone_are_found() -> None:
    assert hints_of(Picture)["pixels"] is not object
    assert resolved("Nowhere | None", {}) is object
