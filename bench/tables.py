"""How fast published tables are imported and looked up; prints figures as JSON for `bench.run`.

Run with a folder for its files. The tables are made up, in the form that CMS publishes: a quarter's pair edits for
practitioners, 2.5 million rows of tab-separated text in four ZIP files.
"""

import datetime
import json
import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from plainbill.published.importing import import_file
from plainbill.published.lookups import open_tables
from tests.published.making import write_many_pairs

ROWS = 2_500_000
LOOKUPS = 20_000
DAY = datetime.date(2026, 11, 2)


def median_us(look_up: Callable[[str, str], object], pairs: Sequence[tuple[str, str]]) -> float:
    """Microseconds that a look-up takes, the median of all; each is timed by itself."""
    taken = []
    for pair in pairs:
        start = time.perf_counter()
        look_up(*pair)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken) * 1e6


def measure(folder: Path) -> dict[str, float]:
    """Import a large table and look up in it at random places."""
    files = write_many_pairs(folder, ROWS)
    database = folder / "tables.sqlite"
    start = time.perf_counter()
    rows = sum(table.rows for file in files for table in import_file(file, database).tables)
    import_s = time.perf_counter() - start
    chance = random.Random(1)
    spread = [100_000 // 4 * chance.randrange(4) + chance.randrange(4000) for _ in range(LOOKUPS)]
    hits = [(f"{code:05d}", f"{(code + chance.randrange(100)) % 100_000:05d}") for code in spread]
    tables = open_tables(database)
    found = [pair for pair in hits if tables.pair(*pair, DAY, "practitioner")]
    result = {
        "rows": rows,
        "import_s": import_s,
        "bytes": database.stat().st_size,
        # Codes given the wrong way round are looked up twice, as half of those on a bill are.
        "hit_us": median_us(lambda one, two: tables.pair(two, one, DAY, "practitioner"), found),
        "miss_us": median_us(lambda one, _two: tables.pair(one, "Q9999", DAY, "practitioner"), hits),
    }
    tables.close()
    return result


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure(Path(sys.argv[1]))))
