"""What a rule is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from plainbill.checking.drafts import Outcome
from plainbill.checking.situation import Situation


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: the kinds it may report, the tables it reads, and the pure function that judges a situation."""

    name: str
    version: int
    kinds: tuple[str, ...]
    tables: tuple[str, ...] = ()
    judge: Callable[[Situation], Iterator[Outcome]]

    @property
    def id(self) -> str:
        """The name and version that a finding carries."""
        return f"{self.name}/{self.version}"
