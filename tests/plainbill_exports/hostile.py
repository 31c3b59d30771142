"""Papers whose words look like markup, templates, formulas and commands."""

import functools

from plainbill.acting import Report
from tests.acting.making import typed
from tests.checking.making import Written, bill, decided, eob, line

MARKUP = "<script>alert(1)</script><img src=x onerror=alert(1)> & \"quoted\" 'single' <!-- -->"
TYPST = '#panic("x") #import "x.typ": * $x$ @ref <lab> `raw` *bold* _it_ = head \\ // note #sys.inputs'
WORD = "{ INCLUDETEXT c:\\\\x } <w:p><w:r/></w:p> ]]> &amp; MERGEFIELD"
TEMPLATE = "{{ 7*7 }} {% include 'x' %} ${7*7} {0.__class__} {patient}"
FORMULA = '=HYPERLINK("http://example.invalid","x")'
CALENDAR = "a;b,c\\n BEGIN:VEVENT\r\nSUMMARY:x\r\nEND:VEVENT"
CONTROLS = "a\x00b\x1bc\u202ed\ufffee\u200bf"
LONG = "y" * 5000
BEYOND = "Jürgen Wiśniewski Иван 王小明 محمد שלום 😀 हिन्दी"

ALL = {
    "markup": MARKUP, "typst": TYPST, "word": WORD, "template": TEMPLATE, "formula": FORMULA, "calendar": CALENDAR,
    "controls": CONTROLS, "long": LONG, "beyond": BEYOND,
}  # fmt: skip


@functools.cache
def report_with(name: str) -> Report:
    """A report on papers that print hostile words wherever a paper prints words."""
    words = ALL[name]
    parties: Written = {
        "provider": {"name": words, "phone": words, "address": words},
        "payer": {"name": f"Plan {words}", "phone": words, "address": words},
        "patient": {"name": words, "account_number": words},
        "claim_number": words,
    }
    copies = [line(number, description=words, charge="180.00") for number in ("1", "2")]
    denied = decided("1", "PR-50 180.00", "0.00", description=words, status="denied")
    asked = {**bill(*copies, totals={"charges": "360.00", "balance_due": "360.00"}), **parties}
    appeal = f"We must receive your appeal of {words} by: October 2, 2024"
    no = {
        "id": "letter",
        "kind": "letter",
        "document_date": "2024-06-01",
        "text": f"Your scan was denied. {words} Why.",
    }
    letter = {**no, **parties, "remarks": [{"text": f"We cannot approve this scan, {words}."}]}
    return typed({**asked, "due_date": "2024-07-05"}, {**eob(denied), **parties, "text": appeal}, letter)
