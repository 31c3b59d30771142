"""`plainbill payers`: whether packs of payers are sound, each by itself and beside the others."""

import json
from collections.abc import Sequence

from plainbill.case import Fault
from plainbill.cli.ending import Refused, fault_line
from plainbill.cli.files import print_lines, read_bytes
from plainbill.payers.faults import FaultyPack, contradictions, read_pack
from plainbill.payers.pack import Pack


def check(names: Sequence[str], *, as_json: bool) -> None:
    """Check the packs in the files called `names`, and count their facts.

    Raises:
        Refused: a pack is faulty, or two of them contradict each other; every fault of every file is named.
    """
    packs: dict[str, Pack] = {}
    faults: list[str] = []
    for name in names:
        found = _read(name)
        if isinstance(found, Pack):
            packs[name] = found
        else:
            faults += found
    faults += [fault_line(names[0], Fault(path="$", message=each)) for each in contradictions(packs)]
    if faults:
        raise Refused(faults)
    counted = [(name, pack.payer.name, len(pack.facts())) for name, pack in packs.items()]
    if as_json:
        record = {"packs": [{"file": file, "payer": payer, "facts": facts} for file, payer, facts in counted]}
        print_lines([json.dumps(record, ensure_ascii=False, indent=2)])
        return
    print_lines([f"{file}: {payer}, {facts} facts, no fault" for file, payer, facts in counted])


def _read(name: str) -> Pack | list[str]:
    try:
        return read_pack(read_bytes(name).decode("utf-8-sig"), name)
    except Refused as refused:
        return [*refused.lines]
    except UnicodeDecodeError:
        return [fault_line(name, Fault(path="$", message="is not UTF-8 text; save it as UTF-8"))]
    except FaultyPack as faulty:
        return [fault_line(name, fault) for fault in faulty.faults]
