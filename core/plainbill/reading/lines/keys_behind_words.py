"""Keys of notes that end the words of a service, often raised: "Office visit K12", which the legend below explains."""

import re
from collections.abc import Sequence

from plainbill.reading.layout import PageLayout
from plainbill.reading.lines.cell_values import Draft
from plainbill.reading.lines.legends import legend_of
from plainbill.reading.rows.found import Found

# With a letter and a figure: a figure alone may count, a letter alone may be a word.
_KEY = re.compile(r"^\(?(?P<key>(?=[A-Z0-9]*\d)(?=[A-Z0-9]*[A-Z])[A-Z]{0,3}\d{1,3}[A-Z]?)\)?$")


def with_keys_apart(drafts: Sequence[Draft], layouts: Sequence[PageLayout]) -> list[Draft]:
    """Return the lines, each key that ends the words of one and begins a row of the legend among its notes."""
    if all(_last_key(draft) is None for draft in drafts):
        return list(drafts)
    keys = {str(code.value) for code, _ in legend_of(layouts, frozenset())}
    return [_parted(draft, keys) for draft in drafts]


def _last_key(draft: Draft) -> str | None:
    """What may be a key at the end of the words of a line."""
    words = draft.get("description")
    key = _KEY.match(words.tokens[-1].text) if words is not None and len(words.tokens) > 1 else None
    return key["key"] if key is not None else None


def _parted(draft: Draft, keys: set[str]) -> Draft:
    key = _last_key(draft)
    if key is None or key not in keys:
        return draft
    words = draft["description"]
    last = words.tokens[-1]
    text = str(words.value)
    if not text.endswith(f" {last.text}"):
        return draft
    bare = Found(value=text.removesuffix(last.text).rstrip(), tokens=words.tokens[:-1])
    noted = [value for path, value in draft.items() if path.startswith("remarks[")]
    if any(last in value.tokens for value in noted):
        return {**draft, "description": bare}
    return {**draft, "description": bare, f"remarks[{len(noted)}].code": Found(value=key, tokens=(last,))}
