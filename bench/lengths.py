"""Times pages of 10 and of 60 charges of one print, drawn and photographed; prints JSON for `bench.run`.

What a page costs besides reading its words ought to hang little on how much stands on it.
"""

import json
import statistics
import sys
from dataclasses import dataclass

from bench.made_papers import pictures, reach_fixtures
from bench.pages import time_page
from plainbill.engine import Engine
from plainbill.settings import Settings

SHORT, LONG = 10, 60
ROUNDS = 5
_STYLE = """
  .page { font: 10.5px/1.2 "Liberation Sans", sans-serif; padding: 24px 48px }
  .charges { margin-top: 12px } .charges td, .charges th { padding: 0 6px }
"""
# Words for charges, their codes and their prices in cents; the days and the prices differ from row to row.
_SERVICES = (
    ("36415", "Blood draw", 1850),
    ("80053", "Metabolic panel, comprehensive", 14200),
    ("85025", "Blood count with differential", 9600),
    ("71046", "Chest x-ray, two views", 31500),
    ("93005", "Electrocardiogram, tracing", 18800),
    ("96374", "Injection into a vein", 21400),
    ("J1885", "Ketorolac injection", 4650),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """Seconds of one page: its words, the second look, and everything else."""

    words_s: float
    look_s: float
    rest_s: float


def page(charges: int) -> str:
    """The page of a bill with so many charges, as HTML."""
    rows, total = [], 0
    for i in range(charges):
        code, words, cents = _SERVICES[i % len(_SERVICES)]
        cents += 25 * i
        total += cents
        rows.append(
            f"<tr><td>03/{1 + i // 3:02}/2025</td><td>{code}</td><td>{words}</td><td class=r>1</td>"
            f"<td class=r>{cents / 100:,.2f}</td></tr>"
        )
    return f"""
      <h2>Larkfield Valley Hospital</h2>
      <p>Patient: Rosa Quillfeather<br>Account number: LV-204417<br>Statement date: 04/14/2025</p>
      <table class=charges><tr><th>Date</th><th>Code</th><th>Description</th>
      <th class=r>Qty</th><th class=r>Amount</th></tr>
      {"".join(rows)}
      <tr><td></td><td></td><td>Total charges</td><td></td><td class=r>{total / 100:,.2f}</td></tr></table>
      <p>Questions? Call 555-0142, Monday to Friday.</p>
    """


def main() -> None:
    """Print what both pages took, the median of each part over the rounds, the pages taking turns."""
    reach_fixtures()
    from source.paper import Paper

    papers = [
        Paper(name=f"{charges}-charges", kind="bill", about="", pages=(page(charges),), css=_STYLE)
        for charges in (SHORT, LONG)
    ]
    files = [paths[0] for paths in pictures([(paper, "good", 1) for paper in papers])]
    engine = Engine.start(Settings())
    rounds = [[_share(time_page(engine, file)) for file in files] for _ in range(1 + ROUNDS)]
    told = [
        {part: statistics.median(getattr(share, part) for share in shares) for part in ("words_s", "look_s", "rest_s")}
        # The first round loads what is loaded once.
        for shares in zip(*rounds[1:], strict=True)
    ]
    sys.stdout.write(json.dumps(dict(zip(("short", "long"), told, strict=True))))


def _share(spent: dict[str, float]) -> Share:
    if "checked" not in spent:
        raise SystemExit("a page of the bench was not read")
    words, look = spent["read"], spent.get("reread", 0.0)
    return Share(words_s=words, look_s=look, rest_s=sum(spent.values()) - words - look)


if __name__ == "__main__":
    main()
