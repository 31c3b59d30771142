"""Which edition of a table a sheet is and for whom, from its names, its lines on top, or else what the user says."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from plainbill.knowledge.published import Setting
from plainbill.published.editions import Edition, edition_in, quarter_of, setting_in
from plainbill.published.layouts import Recognized
from plainbill.published.records import Hints
from plainbill.published.sheets import Sheet, place, refuse

_CHANGES = re.compile(r"(?<![a-z])(additions|deletions|revisions|changes)(?![a-z])")
_ASKED = "practitioner, outpatient_hospital or equipment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What a sheet says of itself before its rows are read; `edition` is None where only its rows can tell."""

    setting: Setting | None
    edition: Edition | None


def identify(source: Sheet, sheet: Recognized, hints: Hints) -> Identity:
    """Return what is told of a sheet.

    Raises:
        FaultyFile: it tells too little, or the user says something else than it does.
    """
    _refuse_others(source, sheet)
    texts = (PurePosixPath(source.member).name, source.member, source.file, *sheet.titles)
    return Identity(setting=_setting(source, sheet, hints, texts), edition=_edition(source, sheet, hints, texts))


def _refuse_others(source: Sheet, sheet: Recognized) -> None:
    """Medicaid's edits and lists of a quarter's changes may have the heads of Medicare's whole table.

    Their names tell, and not the lines above the heads, where the agency's own name has Medicaid in it.
    """
    said = f"{source.member} {source.file}".casefold()
    if "medicaid" in said:
        refuse(place(source.member), "is Medicaid's by its name; name Medicare's file")
    if sheet.shape.kind != "codes" and _CHANGES.search(said):
        refuse(place(source.member), "lists a quarter's changes by its name; name the file with the whole table")


def _setting(source: Sheet, sheet: Recognized, hints: Hints, texts: tuple[str, ...]) -> Setting | None:
    if sheet.shape.kind == "codes":
        return None
    told = sheet.shape.setting or setting_in(texts)
    if told and hints.setting and told != hints.setting:
        refuse(place(source.member), f"says that it is for {told}; leave --setting out")
    setting = told or hints.setting
    if setting is None:
        refuse(place(source.member), f"does not say for whom it holds; add --setting with {_ASKED}")
    return setting


def _edition(source: Sheet, sheet: Recognized, hints: Hints, texts: tuple[str, ...]) -> Edition | None:
    told = edition_in(texts)
    if told and hints.valid_from and told.start != hints.valid_from:
        refuse(place(source.member), f"says that it holds from {told.start}; leave --valid-from out")
    if told is None and hints.valid_from:
        return Edition(start=hints.valid_from, label=quarter_of(hints.valid_from))
    if told is None and sheet.shape.kind == "limits":
        refuse(place(source.member), "does not say from when it holds; add --valid-from with the quarter's first day")
    return told
