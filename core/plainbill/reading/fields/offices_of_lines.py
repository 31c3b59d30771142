"""The office under whose name a plan's table prints every service: it gave the care of the whole paper."""

from plainbill.reading.labels.name_blocks import is_organization
from plainbill.reading.rows.found import Found, alike


def name_office_of_lines(found: dict[str, Found], count: int) -> None:
    """Put the one office that all lines name as who gave the care in place of it on each, where none is known yet."""
    paths = [f"lines[{i}].rendering_provider" for i in range(count)]
    names = [found[path] for path in paths if path in found]
    if "provider.name" in found or not names or len(names) != count or not is_organization(str(names[0].value)):
        return
    if all(alike(name, names[0]) for name in names):
        found["provider.name"] = names[0]
        for path in paths:
            del found[path]
