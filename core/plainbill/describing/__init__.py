"""Describing: what a charge is in plain words, and whether the paper says enough to know."""

from plainbill.describing.agreement import describe_line, describe_without_plugins
from plainbill.describing.codes import describe_code, describe_revenue_code
from plainbill.describing.diagnoses import describe_diagnosis, diagnoses_on, name_diagnoses, name_diagnosis
from plainbill.describing.printed import printed_meaning
from plainbill.describing.ranking import model_readings, other_readings, rank
from plainbill.describing.texts import line_from_row, line_from_text
from plainbill.describing.vagueness import names_no_service

__all__ = [
    "describe_code",
    "describe_diagnosis",
    "describe_line",
    "describe_revenue_code",
    "describe_without_plugins",
    "diagnoses_on",
    "line_from_row",
    "line_from_text",
    "model_readings",
    "name_diagnoses",
    "name_diagnosis",
    "names_no_service",
    "other_readings",
    "printed_meaning",
    "rank",
]
