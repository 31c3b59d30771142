"""What was sent to a language model about a case, every word of it, as text to read or to hand on."""

from plainbill.acting import Report
from plainbill.acting.texts import text


def export(report: Report) -> bytes | None:
    """Return the texts in the order in which they were sent; None where nothing was."""
    if not report.asked:
        return None
    head = text("report", "asked", "head")
    sent = (
        f"{head.format(at=each.at, model=each.model, address=each.address)}\n\n{each.text}" for each in report.asked
    )
    return ("\n\n\n".join(sent) + "\n").encode()
