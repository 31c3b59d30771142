"""Describing: what a charge is in plain words, and whether the paper says enough to know."""

from plainbill.describing.agreement import describe_line, describe_without_plugins
from plainbill.describing.codes import describe_code, describe_revenue_code
from plainbill.describing.ranking import rank
from plainbill.describing.texts import line_from_text
from plainbill.describing.vagueness import names_no_service

__all__ = [
    "describe_code",
    "describe_line",
    "describe_revenue_code",
    "describe_without_plugins",
    "line_from_text",
    "names_no_service",
    "rank",
]
