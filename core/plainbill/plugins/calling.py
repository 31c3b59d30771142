"""Calling plugins: what they raise or return wrong becomes a failure, and too many of these end the asking."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, TypeVar

from plainbill.plugins.boundary import SET_ASIDE, call_guarded, failure_of
from plainbill.plugins.containment.breadcrumb import NO_TRAIL, Trail
from plainbill.plugins.records import Failure
from plainbill.plugins.shapes import MOST_ELEMENTS, misfit

Record = TypeVar("Record")

PATIENCE: Final = 3
"""A plugin from outside whose hook fails so many times running is asked no more."""

_END: Final = object()


class TooMuch(Exception):
    """A plugin yields more than anybody could want."""


class Boundary:
    """Calls plugins: leaves a breadcrumb, catches what they raise, looks at what they return, counts their failures.

    Every failure goes to `on_failure`. A plugin that fails `PATIENCE` times running at one hook is set aside, unless it
    is one of `trusted`: what came with plainbill has nobody to take its place.
    """

    def __init__(
        self,
        on_failure: Callable[[Failure], None],
        *,
        trusted: frozenset[str] = frozenset(),
        trail: Trail = NO_TRAIL,
    ) -> None:
        self._on_failure = on_failure
        self._trusted = trusted
        self._trail = trail
        self._running: dict[tuple[str, str], int] = {}
        self._set_aside: set[str] = set()

    def is_set_aside(self, plugin: str) -> bool:
        """Tell whether a plugin is asked no more."""
        return plugin in self._set_aside

    def call(
        self, plugin: str, hook: str, function: Callable[[], object], *, page: int | None = None
    ) -> object | Failure:
        """Return what `function` returns, a generator drained to a tuple, or the failure that stands for it."""
        before = self._trail.enter(plugin, hook)
        try:
            answer = function()
            if isinstance(answer, Iterator):
                answer = _drained(answer)
        except (Exception, SystemExit) as error:  # noqa: BLE001  # the boundary is where it is caught
            return self.fail(failure_of(plugin, hook, error, page))
        finally:
            self._trail.leave(before)
        if answer is None:
            self._running.pop((plugin, hook), None)
        return answer

    def ask(
        self,
        plugin: str,
        hook: str,
        kind: type[Record],
        function: Callable[[], object],
        *,
        page: int | None = None,
    ) -> Record | Failure | None:
        """Return the answer of `function` where it is a `kind`, None where it is None, else a failure."""
        answer = self.call(plugin, hook, function, page=page)
        if answer is None or isinstance(answer, Failure):
            return answer
        place = misfit(answer, kind)
        if place is not None:
            return self.fail(Failure(plugin=plugin, hook=hook, kind="bad return", where=place, page=page))
        self._running.pop((plugin, hook), None)
        return answer  # type: ignore[return-value]  # it was found to be a `kind` just now

    def ask_own(
        self, plugin: str, hook: str, kind: type[Record], function: Callable[[], object], *, page: int | None = None
    ) -> Record | Failure | None:
        """Ask as `ask` does a plugin that came with plainbill: its types were checked before it came."""
        answer = self.call(plugin, hook, function, page=page)
        if answer is None or isinstance(answer, Failure):
            return answer
        if not isinstance(answer, kind):
            return self.fail(Failure(plugin=plugin, hook=hook, kind="bad return", where="", page=page))
        self._running.pop((plugin, hook), None)
        return answer

    def ask_each(
        self, plugin: str, hook: str, kind: type[Record], function: Callable[[], object], *, page: int | None = None
    ) -> tuple[Record, ...] | Failure:
        """Return the elements of the answer that are a `kind`; each that is none is a failure and costs itself."""
        answer = self.call(plugin, hook, function, page=page)
        if isinstance(answer, Failure):
            return answer
        if answer is None:
            return ()
        if not isinstance(answer, list | tuple) or len(answer) > MOST_ELEMENTS:
            return self.fail(Failure(plugin=plugin, hook=hook, kind="bad return", page=page))
        kept = self.keep_fitting(plugin, hook, kind, answer, page=page)
        return tuple(each for each in kept if each is not None)

    def keep_fitting(
        self, plugin: str, hook: str, kind: Any, answers: Sequence[object], *, page: int | None = None
    ) -> tuple[Any, ...]:
        """Return the answers with None for each that is no `kind`; if there is one, that is a failure."""
        places = [misfit(each, kind) for each in answers]
        wrong = [f"[{i}]{place}" for i, place in enumerate(places) if place is not None]
        if wrong:
            self.fail(Failure(plugin=plugin, hook=hook, kind="bad return", where=wrong[0], page=page))
        else:
            self._running.pop((plugin, hook), None)
        return tuple(each if place is None else None for each, place in zip(answers, places, strict=True))

    def iterate(
        self, plugin: str, hook: str, kind: type[Record], function: Callable[[], object], *, most: int
    ) -> Iterator[Record | Failure]:
        """Yield what the iterator of `function` yields, one by one; where it fails, yield the failure and stop."""
        with self._trail.at(plugin, hook):
            rest = call_guarded(plugin, hook, lambda: iter(function()))  # type: ignore[call-overload]  # what is no iterable fails here
        if isinstance(rest, Failure):
            yield self.fail(rest)
            return
        for _ in range(most):
            element = self.call(plugin, hook, lambda: next(rest, _END))
            if element is _END:
                return
            checked = self.keep_fitting(plugin, hook, kind, (element,))[0] if not isinstance(element, Failure) else None
            if checked is None:
                yield element if isinstance(element, Failure) else Failure(plugin=plugin, hook=hook, kind="bad return")
                return
            yield checked

    def fail(self, failure: Failure) -> Failure:
        """Take note of a failure, and return it; the last of too many running sets its plugin aside."""
        self.note(failure)
        key = (failure.plugin, failure.hook)
        self._running[key] = self._running.get(key, 0) + 1
        if self._running[key] >= PATIENCE and failure.plugin not in self._trusted | self._set_aside:
            self._set_aside.add(failure.plugin)
            self.note(Failure(plugin=failure.plugin, hook=failure.hook, kind=SET_ASIDE))
        return failure

    def note(self, failure: Failure) -> None:
        """Take note of what a plugin got wrong in an answer that otherwise counts."""
        self._on_failure(failure)


def _drained(answer: Iterator[object]) -> tuple[object, ...]:
    taken: list[object] = []
    for element in answer:
        if len(taken) == MOST_ELEMENTS:
            raise TooMuch
        taken.append(element)
    return tuple(taken)
