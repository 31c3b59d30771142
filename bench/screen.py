"""Prints what benches have to say; light, as a child is charged with the memory of the process that starts it."""

import sys


def tell(line: str) -> None:
    """Print one line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
