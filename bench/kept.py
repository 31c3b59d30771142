"""The installed plugins, with what readers and cleaners make of each picture kept on disk.

What is kept goes by the bytes of the picture, the name of the reader, its plugin's source and the versions of what it
leans on. So a change in how pages are laid out and parsed costs no OCR, and a change in a reader is never overlooked.
"""

import functools
import hashlib
import importlib.metadata
import importlib.util
import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy

from bench.made_papers import KEPT, keep
from plainbill.case import Problem
from plainbill.plugins.asking import From, Plugins
from plainbill.plugins.loading import load_plugins
from plainbill.plugins.records import Cleaned, Cleaner, Failure, Picture, Reader, SeenWord
from plainbill.reading.page import Box

if TYPE_CHECKING:
    from numpy.typing import NDArray

_LEANS_ON = ("numpy", "onnxruntime", "opencv-python-headless", "openvino", "pytesseract", "rapidocr")


class KeptPlugins(Plugins):
    """Every plugin; pictures that were read or cleaned before are not read or cleaned again."""

    def __init__(self, on_failure: Callable[[Failure], None]) -> None:
        super().__init__(load_plugins(), on_failure)

    def readers(self) -> tuple[From[Reader], ...]:
        return tuple(
            replace(each, answer=replace(each.answer, read=self._kept_read(each))) for each in super().readers()
        )

    def cleaners(self) -> tuple[From[Cleaner], ...]:
        return tuple(
            replace(each, answer=replace(each.answer, clean=self._kept_clean(each))) for each in super().cleaners()
        )

    def _kept_read(self, reader: From[Reader]) -> Callable[[Picture], Sequence[SeenWord]]:
        made_by = _made_by(self.module_of(reader.plugin))

        def read(picture: Picture) -> Sequence[SeenWord]:
            file = _file("words", reader.answer.name, made_by, _digest(picture))
            if not file.is_file():
                keep(file, json.dumps([_written(word) for word in reader.answer.read(picture)]).encode())
            return [_word(*word) for word in json.loads(file.read_bytes())]

        return read

    def _kept_clean(self, cleaner: From[Cleaner]) -> Callable[[Picture], Cleaned | None]:
        made_by = _made_by(self.module_of(cleaner.plugin))

        def clean(picture: Picture) -> Cleaned | None:
            file = _file("cleaned", cleaner.answer.name, made_by, _digest(picture))
            if file.is_file():
                return _cleaned(json.loads(file.read_bytes()), lambda: cleaner.answer.clean(picture))
            done = cleaner.answer.clean(picture)
            keep(file, json.dumps(None if done is None else _told(done)).encode())
            return done

        return clean


class _Later(Picture):
    """A cleaned picture that is made only when somebody looks at its pixels: a reader that has not read it before."""

    __slots__ = ("_digest", "_make", "_size")
    _digest: str
    _make: Callable[[], Cleaned | None]
    _size: tuple[int, int]

    def __init__(self, size: tuple[int, int], digest: str, make: Callable[[], Cleaned | None]) -> None:
        object.__setattr__(self, "_size", size)
        object.__setattr__(self, "_digest", digest)
        object.__setattr__(self, "_make", functools.cache(make))

    @property
    def pixels(self) -> "NDArray[numpy.uint8]":
        done = self._make()
        if done is None:
            raise RuntimeError("a cleaner that changed a picture before leaves it alone now")
        return done.picture.pixels

    @property
    def width(self) -> int:
        return self._size[0]

    @property
    def height(self) -> int:
        return self._size[1]


def _digest(picture: Picture) -> str:
    if isinstance(picture, _Later):
        return picture._digest
    pixels = numpy.ascontiguousarray(picture.pixels)
    return hashlib.blake2b(pixels.data, person=b"picture", digest_size=16).hexdigest() + f"-{picture.width}"


@functools.cache
def _made_by(module: str) -> str:
    """The source of a plugin and the versions of what it leans on, as one short name."""
    spec = importlib.util.find_spec(module)
    places = [Path(place) for place in (spec.submodule_search_locations or ())] if spec else []
    source = [file.read_bytes() for place in places for file in sorted(place.rglob("*.py"))]
    versions = [f"{name} {_version(name)}".encode() for name in _LEANS_ON]
    return hashlib.sha256(b"\0".join([*source, *versions])).hexdigest()[:16]


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "none"


def _file(what: str, name: str, made_by: str, digest: str) -> Path:
    return KEPT / what / f"{name}-{made_by}" / f"{digest}.json"


def _written(word: SeenWord) -> list[object]:
    return [word.text, word.box.x0, word.box.y0, word.box.x1, word.box.y1, word.confidence]


def _word(text: str, x0: float, y0: float, x1: float, y1: float, confidence: float | None) -> SeenWord:
    return SeenWord(text=text, box=Box(x0=x0, y0=y0, x1=x1, y1=y1), confidence=confidence)


def _told(done: Cleaned) -> dict[str, object]:
    return {
        "size": [done.picture.width, done.picture.height],
        "digest": _digest(done.picture),
        "to_source": done.to_source,
        "problems": [problem.model_dump(mode="json") for problem in done.problems],
    }


def _cleaned(told: dict[str, list[object]] | None, make: Callable[[], Cleaned | None]) -> Cleaned | None:
    if told is None:
        return None
    width, height = (int(str(side)) for side in told["size"])
    a, b, c, d, e, f, g, h, i = (float(str(part)) for part in told["to_source"])
    return Cleaned(
        picture=_Later((width, height), str(told["digest"]), make),
        to_source=(a, b, c, d, e, f, g, h, i),
        problems=tuple(Problem.model_validate(problem) for problem in told["problems"]),
    )
