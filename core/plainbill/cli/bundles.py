"""A folder that a bundle is written into: a second run leaves its own files there, and nobody else's are touched."""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath

from plainbill.case import Fault
from plainbill.cli.ending import Refused, fault_line
from plainbill.plugins.exporting import ExportedFile

LIST = "plainbill-files.sha256"
"""The file that lists what was written, in the form that `sha256sum --check` reads."""

HEAD = "# The files that plainbill wrote here; a later run may replace them and take them away."
_ENTRY = re.compile(r"([0-9a-f]{64}) [ *](.+)")
_Sums = Mapping[str, frozenset[str]]


def write_bundle(folder: Path, files: Sequence[ExportedFile]) -> tuple[str, ...]:
    """Write a bundle in place of the one that lies in `folder`, and return the paths of old files that stay.

    A file of the earlier bundle that this one lacks is taken away, unless somebody changed it since: it stays.

    Raises:
        Refused: the folder cannot be written, or a file that plainbill did not write, or that was changed since, stands
            where one of this bundle belongs; nothing was written then.
    """
    try:
        # What is in there is the patient's: others on this machine have no business with it.
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return _replaced(folder, {file.path: file.content for file in files})
    except OSError:
        message = "cannot be written; name a folder that you may write to with --out"
        raise Refused([fault_line(str(folder), Fault(path="$", message=message))]) from None


def _replaced(folder: Path, new: Mapping[str, bytes]) -> tuple[str, ...]:
    old = _listed(folder)
    sums = {path: frozenset({_sum(content)}) for path, content in new.items()}
    _refuse_others(folder, sums, old)
    # Until the old files are gone both are listed, so that a run which is cut short leaves nothing unknown.
    _write_list(folder, {path: sums.get(path, frozenset()) | old.get(path, frozenset()) for path in {*sums, *old}})
    for path, content in new.items():
        place = _place(folder, path)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    gone = sorted(set(old) - set(new))
    kept = tuple(path for path in gone if not _taken_away(folder, path, old[path]))
    _write_list(folder, sums)
    return kept


def _refuse_others(folder: Path, sums: _Sums, old: _Sums) -> None:
    """Refuse to write over what is not plainbill's own."""
    found = ((path, _sum_of(_place(folder, path))) for path in sorted(sums))
    others = [
        path for path, there in found if there is not None and there not in sums[path] | old.get(path, frozenset())
    ]
    if (folder / LIST).exists() and not _is_own_list(folder):
        others.append(LIST)
    if others:
        message = "was not written by plainbill, or was changed since; move it, or name another folder with --out"
        raise Refused([fault_line(str(_place(folder, path)), Fault(path="$", message=message)) for path in others])


def _taken_away(folder: Path, path: str, sums: frozenset[str]) -> bool:
    """Take a file away and the folder that it leaves empty; False where it is no longer what was written."""
    place = _place(folder, path)
    there = _sum_of(place)
    if there is not None and there not in sums:
        return False
    place.unlink(missing_ok=True)
    if place.parent != folder and place.parent.is_dir() and not any(place.parent.iterdir()):
        place.parent.rmdir()
    return True


def _listed(folder: Path) -> dict[str, frozenset[str]]:
    """What the list of an earlier bundle names, as far as it lies in the folder."""
    listed: dict[str, frozenset[str]] = {}
    if not _is_own_list(folder):
        return listed
    for match in filter(None, map(_ENTRY.fullmatch, (folder / LIST).read_text(encoding="utf-8").splitlines())):
        if _is_inside(folder, match[2]):
            listed[match[2]] = listed.get(match[2], frozenset()) | {match[1]}
    return listed


def _is_own_list(folder: Path) -> bool:
    """True where the list is one that plainbill wrote: whoever has sums of their own files gives none of them away."""
    try:
        return (folder / LIST).read_text(encoding="utf-8").startswith(f"{HEAD}\n")
    except (FileNotFoundError, UnicodeDecodeError):
        return False


def _is_inside(folder: Path, path: str) -> bool:
    parts = PurePosixPath(path).parts
    inside = bool(parts) and not path.startswith("/") and ".." not in parts and "\\" not in path
    return inside and _place(folder, path).parent.resolve().is_relative_to(folder.resolve())


def _write_list(folder: Path, sums: _Sums) -> None:
    entries: Iterable[str] = (f"{each}  {path}\n" for path in sorted(sums) for each in sorted(sums[path]))
    (folder / LIST).write_text("".join([f"{HEAD}\n", *entries]), encoding="utf-8")


def _place(folder: Path, path: str) -> Path:
    return folder.joinpath(*path.split("/"))


def _sum_of(place: Path) -> str | None:
    """The sum of a file, None where there is none; a folder in its place is an error."""
    return _sum(place.read_bytes()) if place.exists() else None


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
