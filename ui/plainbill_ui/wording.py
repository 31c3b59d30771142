"""The words of the screen for what the vocabulary names: papers, desks, groups of charges, troubles of photos."""

import datetime
from decimal import Decimal

from plainbill.case import Desk, Document, DocumentKind, Group, Need, ProblemKind
from plainbill_ui.languages import N_, _, ngettext

MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"),
    N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip

PAPERS: dict[DocumentKind, str] = {
    "bill": N_("bill"),
    "eob": N_("letter from your insurance"),
    "visit_summary": N_("visit summary"),
    "estimate": N_("estimate"),
    "insurance_card": N_("insurance card"),
    "letter": N_("letter"),
    "other": N_("paper"),
}

DESKS: dict[Desk, str] = {
    "clinician_or_coder": N_("Ask the doctor’s office"),
    "billing_office": N_("Ask the billing office"),
    "payer": N_("Ask your insurance"),
    "patient": N_("For you to do"),
    "nobody": N_("Nothing wrong, good to know"),
}

CALLED: dict[Desk, str] = {
    "clinician_or_coder": N_("The doctor’s office"),
    "billing_office": N_("The billing office"),
    "payer": N_("Your insurance"),
    "patient": N_("You"),
    "nobody": N_("Nobody"),
}

WHY_THIS_DESK: dict[Desk, str] = {
    "clinician_or_coder": N_(
        "It is about how the care was written down. Those who treated you can check and correct it."
    ),
    "billing_office": N_("It is about how the bill was made. The office that sent it can check and correct it."),
    "payer": N_("It is about what your plan decided. Only your plan can explain or change that."),
    "patient": N_("Here they wait for something from you."),
    "nobody": N_("You need not call anybody about these."),
}

NEEDS: dict[Need, str] = {
    "eob": N_("Your insurance’s letter about this care (Explanation of Benefits)"),
    "itemized_bill": N_("An itemized bill, with a line for each charge"),
    "ub04": N_("The hospital’s claim form (UB-04)"),
    "visit_summary": N_("Your visit summary or medical record"),
    "estimate": N_("The estimate you got before the care"),
    "insurance_card": N_("Your insurance card"),
    "story": N_("An answer from you"),
    "date": N_("A date that we could not read"),
    "currency": N_("A bill in US dollars"),
}

GROUPS: dict[Group, str] = {
    "visit": N_("Visit"),
    "procedure": N_("Procedure"),
    "surgery": N_("Surgery"),
    "imaging": N_("X-ray or scan"),
    "lab": N_("Lab test"),
    "drug": N_("Medicine"),
    "supply": N_("Supplies"),
    "equipment": N_("Equipment"),
    "room": N_("Room"),
    "therapy": N_("Therapy"),
    "anesthesia": N_("Anesthesia"),
    "emergency": N_("Emergency room"),
    "ambulance": N_("Ambulance"),
    "fee": N_("Fee"),
    "other": N_("Other"),
}

SURE = {
    "certain": N_("We are sure of this: it follows from the numbers on the paper."),
    "likely": N_("We think this is likely."),
    "possible": N_("This is possible; the paper alone does not settle it."),
}

TROUBLE: dict[ProblemKind, str] = {
    "blurred": N_("Blurred."),
    "glare": N_("Light shines on it."),
    "dark": N_("Too dark."),
    "too_small": N_("The print is too small."),
    "cut_edge": N_("An edge is cut off."),
    "turned": N_("Upside down or on its side."),
    "no_text": N_("No print found."),
    "unreadable": N_("We could not read it."),
    "missing_page": N_("A page is missing."),
    "not_medical": N_("This is no medical paper."),
    "duplicate_page": N_("This page is here twice."),
    "encrypted": N_("It is locked with a password."),
    "foreign_currency": N_("It is not in US dollars."),
    "engine_unavailable": N_("We could not look at it here."),
    "other": N_("Something is wrong with it."),
}

# What to do about it: a photo can be taken again, in words that fit each trouble.
ADVICE: dict[ProblemKind, str] = {
    "blurred": N_("Hold still, tap on the paper to make it sharp, and take it again."),
    "glare": N_("Turn the paper away from the lamp, and take it again."),
    "dark": N_("Go to a window or under a lamp, and take it again."),
    "too_small": N_("Go nearer, so that the paper fills the picture, and take it again."),
    "cut_edge": N_("Take it again with all four edges in the picture."),
    "encrypted": N_("Save it without the password, or take photos of its pages."),
    "unreadable": N_("Take the photo again, or choose another file."),
}

STEPS = {
    "loaded": N_("Looking at the picture"),
    "cleaned": N_("Finding the words"),
    "read": N_("Words found"),
    "laid_out": N_("Finding lines and columns"),
    "doubted": N_("Looking again at what is not sure"),
    "reread": N_("Looked again at what is not sure"),
    "parsed": N_("Finding charges and totals"),
    "described": N_("Putting each charge in plain words"),
    "checked": N_("Checking the sums"),
}


def money(amount: Decimal) -> str:
    """Return an amount as people write it, "$1,250.00", a credit as "-$5.00"."""
    return f"-${-amount:,.2f}" if amount < 0 else f"${amount:,.2f}"


def count(number: int, one: str, many: str) -> str:
    """Return the number with its word, "1 charge", "3 charges"."""
    return f"{number} {ngettext(one, many, number)}"


def day_in_words(day: datetime.date) -> str:
    """Return a day as people write it, "May 6, 2025"."""
    return _("{month} {day}, {year}").format(month=_(MONTHS[day.month - 1]), day=day.day, year=day.year)


def paper_name(document: Document) -> str:
    """Return what to call a paper: its kind, and who sent it where that was read."""
    sender = document.payer if document.kind == "eob" else document.provider
    if sender is None or not sender.name:
        return _(PAPERS[document.kind])
    kind = _("letter") if document.kind == "eob" else _(PAPERS[document.kind])
    return _("{paper} from {sender}").format(paper=kind, sender=sender.name)
