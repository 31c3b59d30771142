"""What two papers of one case print alike: each confirms that the other was read right."""

import re
from collections.abc import Iterator, Mapping, Sequence

from plainbill.case import Document, Source

# Who it is about: print that stands on every paper of a case, each time at another place and in another type.
FIELDS = (
    "provider.name",
    "provider.npi",
    "provider.tax_id",
    "payer.name",
    "payer.payer_id",
    "patient.name",
    "patient.date_of_birth",
    "patient.account_number",
    "coverage.member_id",
    "coverage.group_number",
    "coverage.subscriber_name",
    "coverage.plan_name",
    "claim_number",
    "authorization_number",
)
_NO_SIGN = re.compile(r"[\W_]+")


def confirm_across(documents: Sequence[Document], sources: Mapping[str, Source]) -> dict[str, Source]:
    """Return `sources` with `repeated` on each name or number that another paper prints alike.

    `sources` are by path in the case, "documents[0].payer.name". Capitals, blanks and signs make no difference.
    """
    confirmed = dict(sources)
    for field in FIELDS:
        places: dict[str, list[str]] = {}
        for path, printed in _printed(documents, field):
            if path in sources and printed:
                places.setdefault(printed, []).append(path)
        for path in (path for paths in places.values() if len(paths) > 1 for path in paths):
            confirmed[path] = _repeated(sources[path])
    return confirmed


def _printed(documents: Sequence[Document], field: str) -> Iterator[tuple[str, str]]:
    for i, document in enumerate(documents):
        value: object = document
        for name in field.split("."):
            value = getattr(value, name, None)
        if value is not None:
            yield f"documents[{i}].{field}", _NO_SIGN.sub("", str(value)).casefold()


def _repeated(source: Source) -> Source:
    if "repeated" in source.confirmed_by:
        return source
    return source.but(confirmed_by=(*source.confirmed_by, "repeated"))
