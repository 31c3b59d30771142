"""Whether a reader works on this machine."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderCheck:
    """A reader by its name; `why` says why it does not work here and what to do, None where it does."""

    name: str
    why: str | None
