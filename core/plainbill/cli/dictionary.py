"""`plainbill dictionary`: whether its tables are sound, what they cover, and what a word of the trade means."""

import json
from collections.abc import Sequence
from importlib import resources
from pathlib import Path

from plainbill.case import Case, DescribeResult, Fault, FaultyFile, Translation, parse_json, read_as
from plainbill.cli.ending import Refused, fault_line, say
from plainbill.cli.files import print_lines, read_bytes
from plainbill.describing.glossary import Term, term_of
from plainbill.dictionary import accept_reviews, check_finding_texts, check_table, coverage

_TABLE = "*.tsv"
_TEXTS = ".toml"


def check(names: Sequence[str], *, as_json: bool) -> None:
    """Check the tables and folders of tables that are named, else the built-in tables, and count their entries.

    A TOML file holds the texts of findings or gaps, and each text counts as an entry.

    Raises:
        Refused: a table is faulty; every fault of every table is named.
    """
    files = [file for name in names for file in _tables_in(name)] if names else _built_in()
    faults: list[str] = []
    counted: list[tuple[str, int]] = []
    for file in files:
        entries, lines = _check(file)
        faults += lines
        counted.append((file, entries))
    if faults:
        raise Refused(faults)
    if as_json:
        _print({"tables": [{"file": file, "entries": entries} for file, entries in counted]})
    elif names:
        print_lines([f"{file}: {entries:,} entries, no fault" for file, entries in counted])
    else:
        print_lines([f"{len(counted)} built-in tables: {sum(each for _, each in counted):,} entries, no fault"])


def accept(name: str, *, out: Path | None, as_json: bool) -> None:
    """Write edited words as entries of the dictionary, to a file or to standard output.

    Raises:
        Refused: the file holds no reviews, or an entry is faulty; every fault is named.
    """
    accepted = accept_reviews(*_reviewed(name))
    if not accepted.entries:
        why = accepted.left or (
            Fault(path="$", message="holds no edited words of a line with a code; edit some first"),
        )
        raise Refused([fault_line(name, fault) for fault in why])
    text = accepted.table
    faults = check_table("codes", text).faults
    if faults:
        raise Refused([fault_line(name, fault) for fault in faults])
    for fault in accepted.left:
        say(fault_line(name, fault))
    if out is not None:
        _write(out, text)
    if as_json:
        _print({"table": "codes", "entries": [dict(entry) for entry in accepted.entries]})
    elif out is None:
        print_lines(text.splitlines())
    else:
        print_lines([f"{out}: {len(accepted.entries)} entries"])


def accept_here(name: str, *, as_json: bool) -> None:
    """Keep the words of a model that a person took over, in the file of words accepted on this machine.

    Raises:
        Refused: the file holds no such words, or they cannot be kept.
    """
    from plainbill.dictionary.accepting_guesses import accept_guesses
    from plainbill.engine.accepted import keep_accepted
    from plainbill.knowledge.tables import FaultyTable
    from plainbill.settings import published_tables_file

    accepted = accept_guesses(*_reviewed(name))
    if not accepted.entries:
        why = accepted.left or (Fault(path="$", message="holds no words of a model that somebody took over"),)
        raise Refused([fault_line(name, fault) for fault in why])
    try:
        file = keep_accepted(published_tables_file(), accepted.entries)
    except (OSError, FaultyTable):
        message = "the words accepted here cannot be written beside the imported tables; look at accepted.tsv there"
        raise Refused([fault_line(name, Fault(path="$", message=message))]) from None
    for fault in accepted.left:
        say(fault_line(name, fault))
    if as_json:
        _print({"table": "accepted_words", "entries": [dict(entry) for entry in accepted.entries]})
    else:
        print_lines([f"{file}: {len(accepted.entries)} accepted"])


def _reviewed(name: str) -> tuple[Case, tuple[Translation, ...]]:
    """Return the case and the reviewed words that a report, or an explanation, holds."""
    try:
        written = parse_json(read_bytes(name))
        parts = written if isinstance(written, dict) else {}
        case = read_as(Case, parts.get("case"))
        words = read_as(DescribeResult, {"translations": parts.get("translations") or []})
    except FaultyFile as faulty:
        raise Refused([fault_line(name, fault) for fault in faulty.faults]) from None
    return case, words.translations


def _write(out: Path, text: str) -> None:
    try:
        out.write_text(text, encoding="utf-8")
    except OSError:
        message = "cannot be written; name a file in a folder that you may write to"
        raise Refused([fault_line(str(out), Fault(path="$", message=message))]) from None


def stats(*, as_json: bool) -> None:
    """Print what the built-in dictionary covers."""
    from plainbill.cli.coverage import as_lines, as_record

    covered = coverage()
    if as_json:
        _print(as_record(covered))
    else:
        print_lines([*as_lines(covered)])


def term(words: Sequence[str], *, as_json: bool) -> None:
    """Print what words of the trade mean.

    Raises:
        Refused: the glossary has none of them.
    """
    found = {word: term_of(word) for word in words}
    unknown = [
        fault_line(word, Fault(path="$", message="is not in the glossary; try another spelling or a single word"))
        for word, each in found.items()
        if each is None
    ]
    terms = [each for each in found.values() if each is not None]
    if not terms:
        raise Refused(unknown)
    for line in unknown:
        say(line)
    if as_json:
        _print({"terms": [_record(each) for each in terms]})
    else:
        print_lines([f"{each.word}: {each.plain}" for each in terms])


def _tables_in(name: str) -> list[str]:
    path = Path(name)
    if not path.is_dir():
        return [name]
    found = sorted(str(file) for file in (*path.glob(_TABLE), *path.rglob(f"*{_TEXTS}")))
    if not found:
        raise Refused([fault_line(name, Fault(path="$", message="holds no .tsv file; name a folder of tables"))])
    return found


def _built_in() -> list[str]:
    """Return the files of the built-in tables, from here where they are below, as in a checkout."""
    with resources.as_file(resources.files("plainbill.knowledge")) as folder:
        here = Path.cwd()
        below = folder.resolve().is_relative_to(here.resolve())
        return _tables_in(str(folder.resolve().relative_to(here.resolve()) if below else folder))


def _check(name: str) -> tuple[int, list[str]]:
    """Return how many entries a file has, and its faults."""
    try:
        text = read_bytes(name).decode("utf-8-sig")
    except Refused as refused:
        return 0, [*refused.lines]
    except UnicodeDecodeError:
        return 0, [fault_line(name, Fault(path="$", message="is not UTF-8 text; save it as UTF-8"))]
    file = Path(name)
    checked = check_finding_texts(text) if file.suffix == _TEXTS else check_table(file.stem, text)
    return checked.entries, [fault_line(name, fault) for fault in checked.faults]


def _record(term: Term) -> dict[str, object]:
    return {
        "term": term.word,
        "plain": term.plain,
        "also": list(term.spellings[1:]),
        "source": term.source,
        "date": term.date,
    }


def _print(value: object) -> None:
    print_lines([json.dumps(value, ensure_ascii=False, indent=2)])
