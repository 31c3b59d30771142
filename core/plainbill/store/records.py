"""What the store hands out: frozen copies, never rows that still hang on the database."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from plainbill.case import Problem

ReadingState = Literal["new", "reading", "done", "failed"]


class CaseGone(Exception):
    """The case was deleted or has expired while somebody still worked on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far reading is: the step that was done last, and on which page of all, counted from 1 (0: on none)."""

    step: str = ""
    file: str = ""
    page: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredCase:
    """One case without its papers: where it stands, and in plain sentences what stopped it."""

    id: str
    created: datetime
    expires: datetime
    state: ReadingState
    progress: Progress
    trouble: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """A file as it was given; kept only until it has been read."""

    position: int
    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredGlance:
    """One page of a file before it is read, counted from 1, and what is wrong with it.

    `picture` is the SHA-256 of the file where there is a small JPEG of the page to be asked for by it, else "".
    """

    page: int
    problems: tuple[Problem, ...] = ()
    picture: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPage:
    """The picture of one page, a JPEG without EXIF, and the size in pixels that boxes on that page refer to."""

    position: int
    file: str
    picture: bytes
    width: int
    height: int
