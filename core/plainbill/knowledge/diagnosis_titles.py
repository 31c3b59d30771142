"""Titles of diagnosis codes: the tabular list of ICD-10-CM, as the package simple-icd-10-cm carries it.

The package itself is not imported: it builds a tree of everything in the list, in 1.3 seconds and 185 MB, for what
is a look-up here. Its files are the official ones; names and titles are picked out of them by pattern, when the first
code is looked up, in 0.07 seconds and 28 MB.
"""

import functools
import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

PACKAGE = "simple-icd-10-cm"
_TABULAR = "*tabular*.xml"
_CODES = "*code-list*.txt"
_LENGTH = 7
_PLACEHOLDER = "X"
_TITLE = re.compile(r"<name>([^<]*)</name>\s*<desc>([^<]*)</desc>")
_NESTED = re.compile(r'<(diag)\b|<(/diag)>|<name>([^<]*)</name>|<extension char="(.)">([^<]*)</extension>')


@dataclass(frozen=True, slots=True, kw_only=True)
class DiagnosisTitle:
    """A code of ICD-10-CM, without its dot, and its official title; `complete` where a claim may carry it."""

    code: str
    title: str
    complete: bool


def diagnosis_title(code: str) -> DiagnosisTitle | None:
    """Return the title of a code that is written in capitals without its dot, None where the list does not have it."""
    title = _titles().get(code)
    if title is not None:
        return DiagnosisTitle(code=code, title=title, complete=not _all_codes().get(code, False))
    if len(code) != _LENGTH or code not in _all_codes():
        return None
    stem = code[:-1]
    while stem not in _titles() and stem.endswith(_PLACEHOLDER):
        stem = stem[:-1]
    last = _sevenths().get(stem, {}).get(code[-1])
    return DiagnosisTitle(code=code, title=f"{_titles()[stem]}, {last}", complete=True) if last else None


@functools.cache
def _titles() -> Mapping[str, str]:
    named = (match.groups() for match in _TITLE.finditer(_text(_TABULAR)))
    return {name.replace(".", ""): html.unescape(title) for name, title in named}


@functools.cache
def _sevenths() -> Mapping[str, Mapping[str, str]]:
    """Return what a seventh character adds, for each code that takes one itself: what the nearest code above says."""
    found: dict[str, Mapping[str, str]] = {}
    opened: list[tuple[list[str], dict[str, str]]] = []
    for match in _NESTED.finditer(_text(_TABULAR)):
        begun, ended, name, character, words = match.groups()
        if begun:
            opened.append(([], {}))
        elif ended:
            names, _ = opened[-1]
            found[names[0]] = _nearest([each for _, each in opened])
            opened.pop()
        elif opened and name:
            opened[-1][0].append(name.replace(".", ""))
        elif opened and character:
            opened[-1][1][character] = html.unescape(words)
    return found


def _nearest(above: Sequence[Mapping[str, str]]) -> Mapping[str, str]:
    return next((each for each in reversed(above) if each), {})


@functools.cache
def _all_codes() -> Mapping[str, bool]:
    """Return every code, seven characters included, and whether longer ones go on from it: the list is in order.

    A block of one category has the same letters as the category, and stands before it.
    """
    codes = _text(_CODES).split()
    return {code: later != code and later.startswith(code) for code, later in zip(codes, [*codes[1:], ""], strict=True)}


def _text(pattern: str) -> str:
    """Return the file of the package whose name fits, nothing where the package is not installed."""
    try:
        found = [file for file in files(PACKAGE) or () if file.match(pattern)]
    except PackageNotFoundError:
        return ""
    return Path(str(found[0].locate())).read_text(encoding="utf-8") if found else ""
