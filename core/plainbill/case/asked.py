"""What somebody agreed to send to a language model about a case."""

from typing import Annotated

from pydantic import Field

from plainbill.case.model import Entry
from plainbill.case.values import Text


class Asking(Entry):
    """What was sent to a language model about a case: when, to which model, where, and every word."""

    at: Text
    model: Text
    address: Text
    text: Annotated[str, Field(description="as it was sent")]
