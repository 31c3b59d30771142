"""Treatments whose words are those of entries that take something off a bill: "Orthodontic adjustment"."""

import re

_ADJUSTED = re.compile(
    r"\b(?:chiropractic|spinal|spine|cervical|lumbar|thoracic|extremity|orthodontic|braces?|archwire|aligner|appliance|retainer"
    r"|dentures?|occlusal|bite|splint|night ?guard|orthotics?|prosthe\w+|brace|wheelchair|hearing aid|lap[- ]?band)"
    r"(?: \w+)? adjustments?\b|\badjust(?:ment of)? (?:complete |partial |full )?(?:dentures?|braces|appliance)\b",
    re.IGNORECASE,
)


def without_treatments(text: str) -> str:
    """Return the words without those of such treatments."""
    return _ADJUSTED.sub("", text)
