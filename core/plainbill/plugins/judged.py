"""A case that a plugin's rule has judged, and whether its papers bear out what was found."""

from collections.abc import Mapping
from dataclasses import dataclass

from plainbill.case import Case, Document, Evidence, Finding, Line, Source
from plainbill.checking.evidence import STORY, box_of, is_doubtful, value_at, written
from plainbill.checking.texts import in_doubt
from plainbill.plugins.rules import Rule

_SHOWN = ("title", "explanation", "ask", "next_step")
# A finding is read by somebody who worries; a page of text helps nobody.
_LONGEST_WORDS = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The case that was given to a rule, and where on paper its values were read."""

    case: Case
    sources: Mapping[str, Source]

    def unfounded(self, finding: Finding, rule: Rule) -> str | None:
        """Return the place in a finding that the papers do not bear out, None where they do."""
        if finding.kind not in rule.kinds:
            return ".kind"
        documents = {document.id: document for document in self.case.documents}
        lines = {f"{each.id}:{line.id}" for each in self.case.documents for line in each.lines}
        if not finding.documents or not set(finding.documents) <= documents.keys():
            return ".documents"
        if not set(finding.lines) <= lines:
            return ".lines"
        if any(not getattr(finding, part).strip() or len(getattr(finding, part)) > _LONGEST_WORDS for part in _SHOWN):
            return ".title, .explanation, .ask or .next_step"
        if not finding.evidence:
            return ".evidence"
        wrong = (f".evidence[{i}]" for i, each in enumerate(finding.evidence) if not self.bears_out(each))
        return next(wrong, None)

    def as_told(self, finding: Finding, plugin: str, rule: Rule) -> Finding:
        """Return a finding with its rule, places and doubts as the engine knows them."""
        sources = [self._source_of(each) for each in finding.evidence]
        doubtful = any(map(is_doubtful, sources))
        said = {part: getattr(finding, part) for part in _SHOWN}
        if doubtful:
            said = {part: in_doubt(part).format_map(said) for part in _SHOWN}
        evidence = tuple(map(_placed, finding.evidence, sources))
        reading = "check_photo" if doubtful else "confirmed"
        return finding.but(**said, evidence=evidence, reading=reading, rule=f"{plugin}:{rule.id}/{rule.version}")

    def bears_out(self, evidence: Evidence) -> bool:
        """Tell whether the case holds the value of a fact at the place that it names."""
        if evidence.document == STORY:
            record: object = self.case.story
        else:
            place = self._place(evidence)
            record = place[1] if place else None
        if record is None or evidence.field.startswith("_"):
            return False
        try:
            value = value_at(record, evidence.field)
        except (AttributeError, IndexError, TypeError, ValueError):
            return False
        shown = " ".join(map(str, value)) if isinstance(value, tuple) else written(value)
        return value is not None and evidence.value in (shown, written(value))

    def _place(self, evidence: Evidence) -> tuple[str, Document | Line] | None:
        """The path and the record that evidence names, None where the case has none."""
        for i, document in enumerate(self.case.documents):
            if document.id != evidence.document:
                continue
            if evidence.line is None:
                return f"documents[{i}]", document
            for j, line in enumerate(document.lines):
                if line.id == evidence.line:
                    return f"documents[{i}].lines[{j}]", line
        return None

    def _source_of(self, evidence: Evidence) -> Source | None:
        place = self._place(evidence)
        if place is None:
            return None
        path = f"{place[0]}.{evidence.field}"
        return self.sources.get(path) or self.sources.get(f"{path}[0]")


def _placed(evidence: Evidence, source: Source | None) -> Evidence:
    return evidence.but(page=source.page if source else None, box=box_of(source) if source else None)
