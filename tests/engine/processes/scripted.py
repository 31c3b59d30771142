"""A reading process that does what the name of the file says: crash, hang, or save the explanation at its argument.

For one that finds, it tells a line on the way.
"""

import json
import os
import sys
import time
from pathlib import Path

from plainbill.case import ExplainResult, parse_json, read_as
from plainbill.store import Store

explanation = read_as(ExplainResult, parse_json(Path(sys.argv[1]).read_bytes()))
store = Store.open(json.loads(sys.stdin.readline())["store"])
sys.stdout.write("ready\n")
sys.stdout.flush()
for request in sys.stdin:
    case_id = json.loads(request)["id"]
    behavior = store.file_names(case_id)[0][1]
    sys.stdout.write("step\n")
    sys.stdout.flush()
    if behavior == "crash":
        os._exit(9)
    if behavior == "finds":
        line = {"words": "Office visit", "day": "01/05/2025", "amount": "210.00"}
        sys.stdout.write(f"lines {json.dumps({'page': 0, 'lines': [line]})}\n")
        sys.stdout.flush()
        time.sleep(0.5)
    if behavior == "hang":
        time.sleep(60)
    store.save_result(case_id, explanation)
    sys.stdout.write("done\n")
    sys.stdout.flush()
