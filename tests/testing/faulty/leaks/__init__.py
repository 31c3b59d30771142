"""Has a sample with numbers of somebody; says too much, in hard words, and tells people not to pay."""

from collections.abc import Sequence

from plainbill.case import Line, Translation
from plainbill.plugins import hookimpl

HOOK_API = 1
WORDS = (
    "Notwithstanding adjudicative determinations, you should not pay this. Interdisciplinary multimodality"
    " radiopharmaceutical administration encompasses considerable heterogeneous instrumentation, necessitating"
    " extraordinarily sophisticated interpretative methodologies, corroborated utilizing comprehensive"
    " histopathological characterization, institutional accreditation requirements, interprofessional"
    " communication responsibilities, individualized pharmacological considerations, and documentation of all"
    " the above for a period of several years after the date of it."
)


@hookimpl
def describe_lines(lines: Sequence[Line]) -> Sequence[Translation | None]:
    """Say it of every line."""
    said = Translation(plain=WORDS, group="other", basis="code", confidence=0.1, vague=False, source="own/1")
    return [said for _ in lines]
