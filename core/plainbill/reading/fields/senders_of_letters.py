"""Whether a letter is a plan's or an office's: by its letterhead, and by what it speaks of."""

import re
from collections.abc import Sequence

from plainbill.reading.fields.loose_phones import INSURER
from plainbill.reading.layout import PageLayout
from plainbill.reading.rows.atoms import Cell

_DECIDES = re.compile(
    r"\b(?:appeal|grievance|determination|not\s*a\s*covered|denial|denied|coverage|medically\s*necessary|authoriz\w+"
    r"|utilization\s*(?:management|review)|prior\s*approval|we\s*(?:have\s*)?approved)\b",
    re.IGNORECASE,
)
_FEWEST_WORDS_OF_A_PLAN, _ROWS_OF_A_NAME = 2, 2
_PLANS_NAME = re.compile(
    r"\b(?:health\splan|insurance(?:\sco(?:mpany|rp)?\.?)?|HMO|PPO|assurance),?(?:\sinc\.?)?$", re.IGNORECASE
)
_GIVES_CARE = re.compile(
    r"\b(?:hospital|infirmary|clinic|medical (?:center|group)|surgery center|surgeons|physicians|pediatrics|radiology"
    r"|orthopa?edics|dentistry|laborator(?:y|ies))$",
    re.IGNORECASE,
)


def is_from_plan(head: Cell | None, layouts: Sequence[PageLayout]) -> bool:
    """True where a letter is a plan's: it speaks of coverage and appeals, or its letterhead names an insurer."""
    text = " ".join(cell.text for layout in layouts for row in layout.cells for cell in row)
    decides = {match.lower() for match in _DECIDES.findall(text)}
    insurer = head is not None and INSURER.search(head.text) is not None
    # "To: Summit Hospital" tells who gets a copy.
    high = [cell.text for row in layouts[0].cells[:_ROWS_OF_A_NAME] for cell in row if ":" not in cell.text]
    if head is not None and not insurer and any(map(_GIVES_CARE.search, (head.text, *high))):
        # A hospital that helps with its bills hears appeals too.
        return False
    plans = head is not None and _PLANS_NAME.search(head.text) is not None
    return plans or len(decides) >= _FEWEST_WORDS_OF_A_PLAN or (insurer and bool(decides))
