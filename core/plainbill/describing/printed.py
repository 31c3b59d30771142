"""Printed meanings: what the paper itself says that a code of its lines stands for."""

from plainbill.case import Document, Group, Line, Translation
from plainbill.describing.words import bare

PRINTED = 0.9
"""Confidence in a paper's own legend."""

_LONGEST = 300


def printed_meaning(line: Line, document: Document | None, group: Group) -> Translation | None:
    """Return what the legend of the paper says of the line's procedure code, None where it says nothing of it.

    A legend names no group; `group` is that of what else is known of the line.
    """
    code = bare(line.code or "")
    remarks = document.remarks if document is not None and code else ()
    said = next((" ".join(each.text.split()) for each in remarks if each.text and bare(each.code or "") == code), "")
    if not said:
        return None
    return Translation(
        plain=f'The paper itself says what code {code} stands for: "{said[:_LONGEST]}".',
        group=group,
        basis="code",
        confidence=PRINTED,
        vague=False,
        source=f"printed/{code}",
    )
