"""Texts that are on no paper: what somebody typed, as a line."""

import re

from plainbill.case import Line
from plainbill.describing.code_shapes import (
    ProcedureCode,
    is_meant_as_code,
    is_procedure_code,
    is_revenue_code,
    labeled_diagnosis,
    read_procedure_code,
    without_label,
)
from plainbill.describing.codes import is_known_code, is_known_modifier
from plainbill.describing.diagnoses import is_known_diagnosis
from plainbill.describing.words import bare, readable
from plainbill.knowledge.published import NOTHING_IMPORTED, PublishedTables

# A code with how many of it, as some lists print it: J1885x2.
_COUNTED = re.compile(r"((?:\d{5}|\d{4}[FTUM]|[A-V]\d{4})) ?X ?(\d{1,4})")
_CELL_MARKS = "\t,;"
_HAS_WORD = re.compile(r"[^\W\d_]{2}")
_REVENUE = re.compile(r"REV(?:ENUE)?(?: CODE)?[ .:#]*(\d{3,4})")


def line_from_text(text: str, code: str | None = None) -> Line:
    """Return the line that `text` stands for: a text that is a bare code is taken as the code.

    A bare diagnosis code, with or without its dot, is taken as one where the tables know it. With `code`, the text is
    the description beside it; the two being the same, there is only the code.
    """
    words, code = readable(text), readable(code or "")
    if code:
        said = words if words and bare(words) != bare(code) else None
        return _coded(read_procedure_code(code), code, said)
    revenue_code = _revenue_code_in(words)
    if revenue_code is not None:
        return Line(id="1", revenue_code=revenue_code)
    labeled = labeled_diagnosis(words)
    if labeled is not None and is_known_diagnosis(labeled):
        return Line(id="1", diagnosis_codes=(labeled,))
    alone = without_label(words)
    if " " not in alone and is_known_diagnosis(alone):
        return _diagnosis(alone)
    counted = _COUNTED.fullmatch(alone)
    if counted is not None:
        return Line(id="1", code=counted.group(1), units=int(counted.group(2)))
    procedure = _bare_code(alone)
    if procedure is not None or (" " not in alone and is_meant_as_code(alone)):
        return _coded(procedure, alone, None)
    return Line(id="1", description=words)


def line_from_row(row: str) -> Line:
    """Return the line that one row of a list stands for: a text, or a code and a text apart from each other.

    Tab, comma or semicolon part the two, in either order; further cells, such as a price, are left out.
    """
    for mark in _CELL_MARKS:
        cells = [cell.strip().strip('"').strip() for cell in row.split(mark)]
        codes = [cell for cell in cells[:2] if read_procedure_code(cell) is not None]
        if len(cells) > 1 and len(codes) == 1:
            said = next(cell for cell in cells[:2] if cell != codes[0])
            return line_from_text(said if _HAS_WORD.search(said) else "", codes[0])
    return line_from_text(row)


def _diagnosis(text: str) -> Line:
    """Return the line of a bare diagnosis code; what procedure codes look like too, E1165, is carried as both."""
    procedure = bare(text) if is_procedure_code(bare(text)) else None
    return Line(id="1", code=procedure, diagnosis_codes=(text,))


def with_code_in_words(line: Line, tables: PublishedTables = NOTHING_IMPORTED) -> Line:
    """Return `line` with the code that its description begins with or names by letter, where it carries none itself.

    Only a code that the tables know counts, and only one: a number among words may count or name anything.
    """
    if (line.code and line.code.strip()) or not line.description:
        return line
    words = line.description.split()
    codes = [
        procedure
        for place, word in enumerate(words)
        if (procedure := read_procedure_code(word.strip("()[],;:."))) is not None
        and (place == 0 or procedure.code[0].isalpha())
        and is_known_code(procedure.code, tables)
    ]
    if len(codes) != 1:
        return line
    return line.but(code=codes[0].code, modifiers=(*codes[0].modifiers, *line.modifiers))


def _coded(procedure: ProcedureCode | None, written: str, description: str | None) -> Line:
    if procedure is None:
        return Line(id="1", code=" ".join(written.split()), description=description)
    return Line(id="1", code=procedure.code, modifiers=procedure.modifiers, description=description)


def _bare_code(text: str) -> ProcedureCode | None:
    """Return the code that `text` is; where a word or further digits behind it are no modifier, it is none."""
    procedure = read_procedure_code(text)
    loose = " " in text or text.isdecimal()
    if procedure is not None and loose and not all(map(is_known_modifier, procedure.modifiers)):
        return None
    return procedure


def _revenue_code_in(text: str) -> str | None:
    labeled = _REVENUE.fullmatch(text.upper())
    if labeled is not None:
        return labeled.group(1).zfill(4)
    return bare(text) if is_revenue_code(bare(text)) else None
