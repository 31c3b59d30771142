"""Names in the settings that no plugin has."""

from collections.abc import Sequence


class UnknownName(Exception):
    """The settings name a reader or cleaner that no plugin has; `known` lists those there are."""

    def __init__(self, what: str, name: str, known: Sequence[str]) -> None:
        super().__init__(f"no {what} is called {name}; there are {', '.join(sorted(known)) or 'none'}")
        self.what = what
        self.name = name
        self.known = tuple(known)
