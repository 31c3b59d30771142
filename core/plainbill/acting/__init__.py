"""Acting: whom to call and what to say, letters, days that count, and the money in question."""

from plainbill.acting.contacts import Contact, find_contacts
from plainbill.acting.counting import Deadline
from plainbill.acting.deadlines import find_deadlines
from plainbill.acting.report import ActResult, Known, Report, act
from plainbill.acting.report_writing import headline
from plainbill.acting.writing import Writing
from plainbill.acting.writings import writings_of

__all__ = [
    "ActResult",
    "Contact",
    "Deadline",
    "Known",
    "Report",
    "Writing",
    "act",
    "find_contacts",
    "find_deadlines",
    "headline",
    "writings_of",
]
