"""What `plainbill dictionary stats` prints: the coverage as lines for a person, and as JSON."""

from collections.abc import Iterator

from plainbill.dictionary import Coverage, LetterCoverage, TableCoverage

_SHOWN = 5


def as_lines(covered: Coverage) -> Iterator[str]:
    """Yield the coverage, one thing counted a line."""
    yield f"The dictionary has {covered.entries:,} entries; a person has reviewed {covered.reviewed:,}."
    for table in covered.tables:
        yield f"  {table.name.replace('_', ' ')}: {_counted(table)}"
    yield "Codes described one by one:"
    for letter in covered.letters:
        if letter.every_one:
            yield f"  {letter.letter} codes: {letter.codes:,} of {letter.of:,}{_missing(letter)}"
    yield f"  other HCPCS codes: {covered.hcpcs_beyond:,}"
    yield f"  CPT codes: {covered.cpt:,}, and {covered.cpt_families:,} families for the others"
    yield f"  dental codes: {covered.dental:,}"
    yield "HCPCS families and codes by letter:"
    for letter in covered.letters:
        families = "1 family" if letter.families == 1 else f"{letter.families:,} families"
        yield f"  {letter.letter}: {families}, {letter.codes:,} of {letter.of:,} codes one by one"


def as_record(covered: Coverage) -> dict[str, object]:
    """Return the coverage as it is printed with --json."""
    return {
        "entries": covered.entries,
        "vague": covered.vague,
        "reviewed": covered.reviewed,
        "tables": [
            {
                "name": table.name,
                "entries": table.entries,
                "groups": dict(table.groups),
                "vague": table.vague,
                "reviewed": table.reviewed,
            }
            for table in covered.tables
        ],
        "codes": {"other_hcpcs": covered.hcpcs_beyond, "cpt": covered.cpt, "dental": covered.dental}
        | {f"{letter.letter.lower()}_codes": _every(letter) for letter in covered.letters if letter.every_one},
        "hcpcs_letters": {
            letter.letter: {"families": letter.families, "codes": letter.codes, "of": letter.of}
            for letter in covered.letters
        },
        "cpt_families": covered.cpt_families,
    }


def _counted(table: TableCoverage) -> str:
    parts = [f"{table.entries:,} entries"]
    if table.vague:
        parts.append(f"{table.vague:,} vague")
    if table.reviewed:
        parts.append(f"{table.reviewed:,} reviewed by a person")
    groups = ", ".join(f"{name} {count:,}" for name, count in table.groups.items())
    return ", ".join(parts) + (f" ({groups})" if groups else "")


def _missing(letter: LetterCoverage) -> str:
    if not letter.missing:
        return ""
    shown = ", ".join(letter.missing[:_SHOWN])
    return f" (not {shown}{' and more' if len(letter.missing) > _SHOWN else ''})"


def _every(letter: LetterCoverage) -> dict[str, object]:
    return {"covered": letter.codes, "of": letter.of, "missing": list(letter.missing)}
