"""The boundary: an exception becomes a value that names the plugin and quotes nothing."""

from collections.abc import Iterator

from plainbill.plugins.boundary import call_guarded, describe_failure, iterate_guarded
from plainbill.plugins.records import Failure


def fails() -> int:
    raise KeyError("the bill of a person")


def one_then_fails() -> Iterator[int]:
    yield 1
    fails()


def test_what_a_function_returns_comes_through() -> None:
    assert call_guarded("acme", "load", lambda: 7) == 7


def test_an_exception_becomes_a_failure_that_quotes_nothing() -> None:
    failure = call_guarded("acme", "load", fails)
    assert isinstance(failure, Failure)
    assert (failure.plugin, failure.hook, failure.kind) == ("acme", "load", "KeyError")
    assert "person" not in describe_failure(failure)
    assert "acme" in describe_failure(failure)


def test_what_came_before_a_failing_step_is_kept() -> None:
    first, second = iterate_guarded("acme", "load", one_then_fails)
    assert first == 1
    assert isinstance(second, Failure)
