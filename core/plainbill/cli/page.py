"""A page at the terminal: what is printed goes through rich as plain text; its words of the trade are told below."""

from collections.abc import Sequence

from rich.console import Console, RenderableType
from rich.text import Text

from plainbill.describing.glossary import WORDS_USED, Term, terms_in

MOST_TERMS = 12
"""How many words of the trade are told below a page; further ones are only named."""


class Page:
    """Prints to the terminal and remembers the words, for the end of the page."""

    def __init__(self) -> None:
        self._console = Console()
        self._said: dict[str, None] = {}

    def say(self, words: str, style: str = "") -> None:
        """Print words, never as markup."""
        self._said[words] = None
        self._console.print(Text(words, style=style))

    def show(self, what: RenderableType) -> None:
        """Print something that is no sentence, such as a table."""
        self._console.print(what)

    def heading(self, words: str) -> None:
        """Print a heading below an empty line."""
        self._console.print()
        self.say(words, "bold underline")

    def end(self) -> None:
        """Print what the words of the trade on this page mean, each once; nothing where there is none."""
        terms = terms_in(self._said)
        if not terms:
            return
        self.heading(WORDS_USED)
        for term in terms[:MOST_TERMS]:
            self.say(f"{term.word}: {term.plain}", "dim")
        if terms[MOST_TERMS:]:
            self.say(_further(terms[MOST_TERMS:]), "dim")


def _further(terms: Sequence[Term]) -> str:
    named = ", ".join(term.word for term in terms)
    return f"Further words: {named}. `plainbill dictionary term WORD` tells what one means."
