"""Packs of made-up payers, written as an author writes them."""

from plainbill.payers.faults import read_pack
from plainbill.payers.pack import Pack

HEAD = """\
format = 1

[payer]
name = "{name}"
about = "A made-up insurer."

[sources.guide]
title = "Guide to our papers"
url = "https://acme.example/guide"
read = 2026-11-28

[[names]]
words = "{name}"
source = "guide"

[[titles]]
words = "Statement of Shares"
kind = "eob"
source = "guide"
"""


def written(*more: str, name: str = "Acme Health") -> str:
    """Return a sound pack with `more` tables at its end."""
    return "\n".join((HEAD.format(name=name), *more))


def pack(*more: str, name: str = "Acme Health") -> Pack:
    """Return the pack that `written` writes."""
    return read_pack(written(*more, name=name))


def code(words: str, kind: str, meaning: str = "The plan has no benefit for it.") -> str:
    """Return a note code as a table of a pack."""
    return f'[[codes]]\ncode = "{words}"\nkind = "{kind}"\nmeaning = "{meaning}"\nsource = "guide"\n'


def phrase(words: str, kind: str) -> str:
    """Return a phrase of notes as a table of a pack."""
    return f'[[phrases]]\nwords = "{words}"\nkind = "{kind}"\nmeaning = "It was too soon."\nsource = "guide"\n'
