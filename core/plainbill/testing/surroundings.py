"""What a plugin must not touch: the network, files outside the temporary folder, the clock, chance."""

import ast
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

_NETWORK = ("socket.connect", "socket.getaddrinfo", "socket.sendto", "socket.bind")
_WRITING = ("w", "a", "x", "+")
_CLOCK = {
    "time": {"time", "time_ns", "localtime", "gmtime", "ctime"},
    "datetime": {"now", "utcnow", "today"},
    "date": {"today"},
}
_CHANCE = {
    "random": None,
    "secrets": None,
    "uuid": {"uuid1", "uuid4"},
}


class _Watch:
    """Listens to the interpreter's audit events while it is on; a hook for them cannot be taken away again."""

    def __init__(self) -> None:
        self.is_on = False
        self.heard: list[str] = []
        self.listens = False

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self.is_on:
            return
        if event in _NETWORK:
            self.heard.append(f"the network ({event})")
        elif event == "open" and _writes_elsewhere(arguments):
            self.heard.append("a file outside the temporary folder")


_watch = _Watch()


@contextmanager
def touched() -> Iterator[list[str]]:
    """Yield a list that names whatever is touched while the block runs."""
    if not _watch.listens:
        sys.addaudithook(_watch)
        _watch.listens = True
    _watch.heard = []
    _watch.is_on = True
    try:
        yield _watch.heard
    finally:
        _watch.is_on = False


def _writes_elsewhere(arguments: tuple[object, ...]) -> bool:
    path, mode = arguments[0], arguments[1]
    if not isinstance(path, str) or not isinstance(mode, str) or not any(letter in mode for letter in _WRITING):
        return False
    place = Path(path)
    kept_by_python = place.parent.name == "__pycache__"
    return not kept_by_python and not place.resolve().is_relative_to(Path(tempfile.gettempdir()).resolve())


def clock_in(file: Path) -> Iterator[str]:
    """Yield each place in a file of Python that reads a clock, "file:line: what"."""
    return _calls_in(file, _CLOCK)


def chance_in(file: Path) -> Iterator[str]:
    """Yield each place in a file of Python that draws lots, "file:line: what"."""
    return _calls_in(file, _CHANCE)


def _calls_in(file: Path, wanted: Mapping[str, set[str] | None]) -> Iterator[str]:
    """The calls of functions by the name of their owner; None stands for all of them."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and not _is_seeded(node):
            owner = node.func.value
            name = owner.attr if isinstance(owner, ast.Attribute) else owner.id if isinstance(owner, ast.Name) else ""
            calls = wanted.get(name, set())
            if calls is None or node.func.attr in calls:
                yield f"{file.name}:{node.lineno}: {name}.{node.func.attr}"


def _is_seeded(call: ast.Call) -> bool:
    """Whether it makes lots that come out the same every time."""
    return isinstance(call.func, ast.Attribute) and call.func.attr == "Random" and bool(call.args)
