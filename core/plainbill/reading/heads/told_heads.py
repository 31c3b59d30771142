"""Rows of sentences that look like the head of a table: what stands below sums side by side explains them."""

import re

from plainbill.reading.heads.head import Head
from plainbill.reading.terms.running_text import is_running_text

# The end of a sentence; heads shorten their words with a point, these and others.
_ENDS = re.compile(r"^[a-z]{3,}\.$")
_SHORTENED = re.compile(
    r"^(?:amt|adj|allow|approx|bal|chg|coins|cov|ded|deduct|desc|dept|diag|ins|no|pmt|proc|prov|ref|resp|serv|svc|tot)\.$"
)
# Words of a sentence that heads of columns do without.
_JOINS = re.compile(
    r"^(?:an?|and|are|for|has|have|in|is|or|our|that|the|they|this|to|was|we|were|what|which|with)$", re.IGNORECASE
)
_FEWEST = 2


def reads_as_sentences(head: Head) -> bool:
    """True where several sentences end among the words of a head, or where words hardly known go on as in one."""
    words = [token.text for column in head.columns for token in column.tokens]
    ended = sum(_ENDS.match(word) is not None and _SHORTENED.match(word) is None for word in words)
    joined = sum(_JOINS.match(word) is not None for word in words)
    return min(ended, joined) >= _FEWEST or head.score < 0 and is_running_text(" ".join(words))
