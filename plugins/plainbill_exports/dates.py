"""Days that count as a calendar file."""

import datetime
import hashlib
from typing import TYPE_CHECKING

from plainbill.acting import Deadline, Report

if TYPE_CHECKING:
    import icalendar

_NOTICE = datetime.timedelta(days=-7)


def export(report: Report) -> bytes | None:
    """Return an all-day event for each day that is known, with a reminder a week before; None where none is."""
    import icalendar

    dated = [deadline for deadline in report.deadlines if deadline.date is not None]
    if not dated:
        return None
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//plainbill//days that count//EN")
    calendar.add("version", "2.0")
    for deadline in dated:
        calendar.add_component(_event(deadline))
    return bytes(calendar.to_ical())


def _event(deadline: Deadline) -> "icalendar.Event":
    import icalendar

    assert deadline.date is not None
    event = icalendar.Event()
    event.add("uid", f"{_key(deadline)}@plainbill")
    # Two runs give the same bytes, so the stamp is the day itself and not the clock's.
    event.add("dtstamp", datetime.datetime.combine(deadline.date, datetime.time(), datetime.UTC))
    event.add("dtstart", deadline.date)
    event.add("summary", deadline.title)
    parts = (deadline.how, deadline.depends, f"({deadline.source})")
    event.add("description", " ".join(part for part in parts if part))
    alarm = icalendar.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", deadline.title)
    alarm.add("trigger", _NOTICE)
    event.add_component(alarm)
    return event


def _key(deadline: Deadline) -> str:
    """A name of the event that says nothing of the case."""
    parts = (deadline.purpose, deadline.document, deadline.title, str(deadline.date))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]
