"""Writes files in the shapes that CMS publishes; codes, pairs and limits in them are made up, descriptors too."""

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

PAIR_NAME = "ccipra-v323r0-f1"
PAIR_TITLES = ("CPT only copyright 2025 American Medical Association.  All rights reserved.", "Column1/Column2 Edits")
PAIR_HEADS = (
    ("Column 1", "Column 2", "*=in existence", "Effective", "Deletion", "Modifier", "PTP Edit Rationale"),
    ("", "", "prior to 1996", "Date", "Date", "0=not allowed", ""),
    ("", "", "", "", "*=no data", "1=allowed", ""),
    ("", "", "", "", "", "9=not applicable", ""),
)
PAIRS = (
    ("20610", "20550", "", "20090101", "*", "1", "Standards of medical / surgical practice"),
    ("20610", "J1030", "", "20150401", "20191231", "0", "Misuse of Column Two code with Column One code"),
    ("20610", "J1030", "", "20210101", "*", "1", "Misuse of Column Two code with Column One code"),
    ("93000", "93005", "*", "19960101", "*", "0", "CPT Manual or CMS manual coding instructions"),
    ("99215", "93000", "", "20130101", "20130101", "9", "Standards of medical / surgical practice"),
)
LIMIT_NAME = "MCR_MUE_PractitionerServices_Eff_10-01-2026"
LIMIT_TITLE = (
    "Current Procedural Terminology (CPT®) codes, descriptions and other data only are copyright 2025 American Medical "
    "Association.\r\n\r\nAll rights reserved. \r\nApplicable FARS/DFARS Restrictions Apply to Government Use."
)
LIMIT_UNITS = {
    "practitioner": "Practitioner Services MUE Values",
    "outpatient_hospital": "Outpatient Hospital Services MUE Values",
    "equipment": "DME Supplier Services MUE Values",
}
LIMITS = (
    ("0001U", "1", "2 Date of Service Edit: Policy", "Code Descriptor / CPT Instruction"),
    ("36415", "2", "3 Date of Service Edit: Clinical", "Nature of Service/Procedure"),
    ("J1030", "10", "1 Line Edit", "Clinical: Data"),
)
CODE_NAME = "HCPC2026_OCT_ANWEB"
CODE_HEADS = (
    "HCPC", "SEQNUM", "RECID", "LONG DESCRIPTION", "SHORT DESCRIPTION", "PRICE1", "PRICE2", "PRICE3", "PRICE4",
    "MULT_PI", "CIM1", "CIM2", "CIM3", "MCM1", "MCM2", "MCM3", "STATUTE", "LABCERT1", "LABCERT2", "LABCERT3",
    "LABCERT4", "LABCERT5", "LABCERT6", "LABCERT7", "LABCERT8", "XREF1", "XREF2", "XREF3", "XREF4", "XREF5", "COV",
    "ASC_GRP", "ASC_DT", "OPPS", "OPPS_PI", "OPPS_DT", "PROCNOTE", "BETOS", "TOS1", "TOS2", "TOS3", "TOS4", "TOS5",
    "ANEST_BU", "ADD DT", "ACT EFF DT", "TERM DT", "ACTION CD",
)  # fmt: skip
# Code, kind of record, long and short words, added, changed, ended. "4" goes on with the words of "3".
CODES = (
    ("A0021", "3", "Made-up ride in a carriage, per mile, for", "Made-up ride", "19950101", "20260101", ""),
    ("A0021", "4", "those who can’t walk", "", "", "", ""),
    ("J1030", "3", "Made-up injection, 40 mg", "Made-up inj", "19860101", "20261001", "20281231"),
    ("LT", "7", "Made-up words for the left side", "Left", "19820101", "19820101", ""),
)

Rows = Iterable[Sequence[str]]


def pair_lines(pairs: Rows = PAIRS) -> Iterator[Sequence[str]]:
    """The lines of a table of pairs, cell by cell: titles, heads over four lines, rows."""
    yield from ([title] for title in PAIR_TITLES)
    yield from PAIR_HEADS
    yield from pairs


def limit_lines(setting: str = "practitioner", limits: Rows = LIMITS) -> Iterator[Sequence[str]]:
    """The lines of a table of unit limits; the copyright notice and the first head go over several lines each."""
    yield (LIMIT_TITLE, "", "", "")
    yield ("HCPCS/\r\nCPT Code", LIMIT_UNITS[setting], "MUE Adjudication Indicator", "MUE Rationale")
    yield from limits


def code_lines(codes: Rows = CODES, disclaimer: int = 0) -> Iterator[Sequence[str]]:
    """The lines of the spreadsheet of HCPCS codes, in some editions under lines of disclaimer."""
    yield from (["The words of this disclaimer are made up."] for _ in range(disclaimer))
    yield CODE_HEADS
    for code, record, long, short, added, changed, ended in codes:
        by_head = {
            "HCPC": code, "SEQNUM": "00100", "RECID": record, "LONG DESCRIPTION": long, "SHORT DESCRIPTION": short,
            "ADD DT": added, "ACT EFF DT": changed, "TERM DT": ended, "ACTION CD": "N",
        }  # fmt: skip
        yield [by_head.get(head, "") for head in CODE_HEADS]


def code_records(codes: Rows = CODES) -> bytes:
    """The records of HCPCS codes, 320 places wide."""
    records = []
    for code, record, long, short, added, changed, ended in codes:
        left = f"{code:>5}00100{record}{long:<80}{short:<28}".ljust(268)
        records.append(f"{left}{added:<8}{changed:<8}{ended:<8}N".ljust(320) + "\r\n")
    return "".join(records).encode("cp1252")


def tabbed(lines: Rows) -> bytes:
    """Tab-separated text as CMS writes it, in Windows' encoding."""
    return "".join("\t".join(cells) + "\r\n" for cells in lines).encode("cp1252")


def commas(lines: Rows) -> bytes:
    """Comma-separated text with quotes where they are needed, in Windows' encoding."""
    return "".join(",".join(map(_quoted, cells)) + "\r\n" for cells in lines).encode("cp1252")


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if set(cell) & set(',"\r\n') else cell


def zipped(members: dict[str, bytes]) -> bytes:
    """A ZIP of members by name."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, member in members.items():
            archive.writestr(name, member)
    return content.getvalue()


def workbook(*sheets: Rows) -> bytes:
    """An XLSX file; cells of digits alone are numbers, as in a spreadsheet that somebody typed."""
    names = range(1, len(sheets) + 1)
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    listed = "".join(f'<sheet name="Sheet{i}" sheetId="{i}" r:id="rId{i}"/>' for i in names)
    linked = "".join(
        f'<Relationship Id="rId{i}" Type="{relations}/worksheet" Target="worksheets/sheet{i}.xml"/>' for i in names
    )
    members = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="rId1" Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{relations}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">{linked}</Relationships>',
    }
    for i, rows in zip(names, sheets, strict=True):
        cells = "".join(f"<row>{''.join(map(_cell, row))}</row>" for row in rows)
        members[f"xl/worksheets/sheet{i}.xml"] = f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData></worksheet>'
    return zipped({name: member.encode() for name, member in members.items()})


def _cell(value: str) -> str:
    if value.isdigit():
        return f"<c><v>{value}</v></c>"
    return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'


def many_pairs(rows: int, first: int = 0, of_each: int = 150) -> Iterator[str]:
    """Lines of a large table of pairs, sorted by code as CMS's are; of ten edits one has ended and was begun anew."""
    written, one = 0, first
    while written < rows:
        for step in range(min(of_each, rows - written)):
            ended = "20191231" if step % 10 == 9 else "*"
            pair = f"{one:05d}\t{(one + step - step // 10) % 100_000:05d}"
            begun = "20210101" if step % 10 == 8 else "20100101"
            yield f"{pair}\t\t{begun}\t{ended}\t{step % 2}\tMisuse of Column Two code with Column One code\r\n"
            written += 1
        one += 1


def write_many_pairs(folder: Path, rows: int, parts: int = 4) -> list[Path]:
    """ZIP files of pairs as CMS parts a quarter's edition, with so many rows in all."""
    files = []
    head = tabbed(pair_lines([]))
    for part in range(parts):
        name = f"ccipra-v323r0-f{part + 1}"
        path = folder / f"medicare-ncci-2026q4-practitioner-ptp-edits-{name}.zip"
        with (
            zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
            archive.open(f"{name}/{name}.txt", "w", force_zip64=True) as member,
        ):
            member.write(head)
            member.writelines(map(str.encode, many_pairs(rows // parts, first=part * 100_000 // parts)))
        files.append(path)
    return files
