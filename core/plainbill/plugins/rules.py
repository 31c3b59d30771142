"""Rules that plugins add to checking: what they are given, and what they say."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from plainbill.case import Case, Finding
from plainbill.knowledge.published import NOTHING_IMPORTED, PublishedTables


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleContext:
    """What a rule may look at besides the case.

    `today` is the day for what depends on the day, None where nobody gave one: a rule reads no clock. `tables` are
    look-ups in the published tables that were imported.
    """

    today: datetime.date | None = None
    tables: PublishedTables = NOTHING_IMPORTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule of a plugin.

    `id` is the plugin's own name for it, `kinds` are what its findings may be called, each "plugin-name/kind", and
    `version` changes with what it says. `check` gives the same findings for the same arguments, every time. `fires` are
    cases that it has to say something about, `quiet` the tempting ones that it must not; the contract kit tries them.
    """

    id: str
    kinds: tuple[str, ...]
    version: str
    check: Callable[[Case, RuleContext], Iterable[Finding]]
    fires: tuple[Case, ...]
    quiet: tuple[Case, ...]
