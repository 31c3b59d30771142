"""The command line; `main` is what the `plainbill` command runs."""

from plainbill.cli.app import main

__all__ = ["main"]
