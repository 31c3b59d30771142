"""Imported tables for tests: made-up codes with descriptors in the manner of CMS, held in memory."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from plainbill.knowledge.published import NothingImported, PublishedCode

EDITION = datetime.date(2026, 10, 1)


@dataclass(frozen=True)
class MadeUpTables(NothingImported):
    """Tables that know these descriptors, and the last day of some of the codes."""

    descriptors: Mapping[str, str]
    last_days: Mapping[str, datetime.date] | None = None

    def code(self, code: str) -> PublishedCode | None:
        """Return the code with its made-up descriptor."""
        if code not in self.descriptors:
            return None
        return PublishedCode(
            code=code,
            descriptor=self.descriptors[code],
            table="HCPCS Level II, made up",
            source="made up",
            edition_from=EDITION,
            valid_to=(self.last_days or {}).get(code),
        )
