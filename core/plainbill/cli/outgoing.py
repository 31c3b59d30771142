"""What is about to be sent to a model, as shown before it leaves."""

from plainbill.cli.ending import say
from plainbill.plugins.models import Outgoing


def show_outgoing(outgoing: Outgoing) -> None:
    """Print on standard error what is about to be sent, word for word."""
    for line in as_lines(outgoing):
        say(line)


def as_lines(outgoing: Outgoing) -> list[str]:
    """Return what is about to be sent, word for word, between a line that says where to and one that ends it."""
    where = "on this machine" if outgoing.here else "ANOTHER MACHINE"
    head = f"plainbill: to the model {outgoing.model} at {outgoing.address} ({where}) goes this and nothing else:"
    return [head, *outgoing.text.splitlines(), "plainbill: this was all of it"]
