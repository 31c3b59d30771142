"""Words to tokens: what a reader saw in one box, cut where print has a blank or two values stand glued together."""

import functools
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from plainbill.reading.page import Box, PageWords, Word
from plainbill.reading.rows.overlaps import seen_once
from plainbill.reading.rows.padding import without_padding
from plainbill.reading.rows.specks import without_specks
from plainbill.reading.terms.accents import without_accents
from plainbill.reading.terms.codes import (
    are_of_a_ride,
    known_codes,
    known_modifiers,
    parse_code,
    with_whole_diagnoses,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A piece of print without blanks.

    `box` lies in the cleaned picture, `source_box` in the one a viewer shows. `y` is the height of its middle once the
    rows of the page are made level (`plainbill.reading.rows.forming`). `glued` is true where no blank stands before it.
    """

    text: str
    box: Box
    source_box: Box
    confidence: float | None
    page: int
    y: float
    glued: bool = False
    from_text: bool = False

    def __hash__(self) -> int:
        """By text and place alone: sets of tokens are made all over, and hardly two tokens of a page have both."""
        return hash((self.text, self.y, self.box.x0))


def stands_under(token: Token, other: Token) -> bool:
    """Return whether a word of a lower row stands under another: however close the two, no row prints both."""
    shared = min(token.box.x1, other.box.x1) - max(token.box.x0, other.box.x0)
    return token.y > other.y and 2 * shared > min(token.box.x1 - token.box.x0, other.box.x1 - other.box.x0)


def tokens_within(row: Sequence[Token], span: tuple[int, int]) -> tuple[Token, ...]:
    """Return the tokens that take part in so much of the row's text, in which one blank stands between two."""
    found, at = [], 0
    for token in row:
        if at < span[1] and at + len(token.text) > span[0]:
            found.append(token)
        at += len(token.text) + 1
    return tuple(found)


_DATE = (
    r"(?<!\d)(?:0[1-9]|[12]\d|3[01])-[A-Za-z]{3}-(?:20|19)\d{2}(?!\d)"
    r"|(?<![\dA-Z])(?:0[1-9]|[12]\d|3[01])(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|[O0]CT|N[O0]V|DEC)(?:20\d{2}|\d{2})(?![\dA-Za-z])"
    r"|(?<!\d)\d{1,2}/\d{1,2}/(?:20\d{2}|19\d{2}|\d{2}(?!\d))|(?<!\d)\d{1,2}-\d{1,2}-(?:20|19)\d{2}"
    r"|(?<!\d)(?:20|19)\d{2}([-./])\d{2}\2\d{2}(?!\d)|(?<![\d.])\d{1,2}\.\d{1,2}\.(?:20\d{2}|19\d{2}|\d{2})(?![\d.]*\d)"
    r"|(?<=\.\d\d)[01]\d\.[0-3]\d\.(?:20\d{2}|\d{2})(?![\d.]*\d)"
)
# A comma before thousands is easily read as a point: "1.681.50" is one amount.
_MONEY = (
    r"[-−(]*\$?[-−(]*\d{1,3}(?:\.\d{3})+\.\d{2}(?!\d)"
    r"|[-−(]*\$[-−(]*\d{1,3}(?:,\d{3})+\.\d{2}|[-−(]*\$?[-−(]*\d+(?:,\d{3})*\.\d{2}(?!\.\d{2})"
)
_MONEY_TAIL = r"(?:\)|-(?!\w)|−|CR\b|cr\b)*"
# What may follow an amount at once: no digit, a day, another amount, a share in percent, or a procedure code with its
# modifiers to the end.
_AFTER = (
    r"(?:(?!\d)|(?=[0-3]\d-[A-Za-z]{3}-(?:20|19)\d\d)|(?=[01]?\d/\d\d?/(?:20)?\d\d(?!\d))"
    r"|(?=[01]\d\.[0-3]\d\.(?:20)?\d\d(?![\d.]*\d))"
    r"|(?!(?<=(?<!\d)0\.00)\d%)(?=(?:100|[1-9]?\d)%$)|(?=[1-9]\d*\.\d\d(?!\d))|(?=\d{4}[0-9FTU](?:[A-Z]{2}|[A-Z]\d|\d{2})*$))"
)
# Two days with the year behind the second alone: "03/01-03/31/2026" is one value.
_ONE_YEAR = re.compile(r"^\d{1,2}/\d{1,2}-\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})[,;.]?$")
# Readers see a dotted zero behind the point of an amount as a sign of another script: "0.0日".
_ZERO_OF_ANOTHER_SCRIPT = re.compile(
    r"(?<=[\d\u65e5\u66f0]\.\d)[\u65e5\u66f0\u76ee\u53e3](?!\w)|(?<![\w.])[\u65e5\u66f0](?=\.\d)"
    # Cents in a column of their own: "0日".
    r"|(?:(?<=^\d)|(?<=\s\d))[\u65e5\u66f0\u76ee\u53e3](?!\w)"
    # The last figure of a code: "9900日".
    r"|(?<=^[\dA-V]\d{3})[\u65e5\u66f0\u76ee\u53e3](?!\w)"
    r"|^[\u65e5\u66f0\u76ee\u53e3](?=[\u65e5\u66f0\u76ee\u53e3]$)|(?<=^[\u65e5\u66f0\u76ee\u53e3])[\u65e5\u66f0\u76ee\u53e3]$"
)
# Letters O among the figures of an amount: "$O.00", "18o.0o".
_AMOUNT_WITH_LETTERS = re.compile(r"(?<![\w.])(?=\S*[\d$])\$?(?:[\dOo]+,)*[\dOo]+\.[\dOo]{2}(?![\w.])")
# "Bitewings [D0274]" is printed as others print "Bitewings (D0274)".
_CODE_IN_BRACKETS = re.compile(r"\[((?:[A-Z]\d{4}|\d{5})(?:-?[A-Z0-9]{2})*)\]")
# So is the key of a note, "[1]"; "[X]" is ticked.
_KEY_IN_BRACKETS = re.compile(r"^\[(\d{1,2}|[A-WYZ]\d{0,2})\]$")
# A code that a reader left no blank behind: "L3908WRIST".
_CODE_AND_WORD = re.compile(r"^(?:[A-V]\d{4}|\d{5})(?=[A-Z][A-Za-z]{3})")
_VALUE = re.compile(f"({_DATE})|({_MONEY}){_MONEY_TAIL}{_AFTER}")
# Several amounts below zero side by side: "2,140.00-1,284.00-".
_TAKEN_OFF = re.compile(r"^(?:\$?\d{1,3}(?:,?\d{3})*\.\d{2}-){2,}")
# A number or code with all that is glued to it.
_WITH_FIGURES = re.compile(r"\S*\d\S*")
# The sign behind the name of a code set: "(CPT® 99284)".
_TRADE_MARKS = re.compile("[\u00ae\u2122\u00a9]")
# Words of three letters or more behind an amount are a cell of their own, units of a strength are not.
_WORD_BEHIND = re.compile(r"^(?!(?:mcg|meq|mls?|mgs?|gms?|unt|units?|hrs?|min|grams?)\b)[A-Za-z]{3,}", re.IGNORECASE)
# A group of adjustments and its reason behind an amount: "$0.00CO-45", the letter O read as a zero too.
_GROUP_BEHIND = re.compile(r"^(?!CO2$)(?:C[O0]|PR|OA|PI)(?:-[A-Z]?\d{1,3}|\d{1,3})$")
# The letter of a diagnosis that services point to, glued to its code: "A.G47.33".
_LETTERED_DIAGNOSIS = re.compile(r"^[A-L][.:](?=[A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?[,;.]?$)")
# A code glued to its words: "96375-Medicine", "L3908LT-WRIST", "85025,91-CBC"; digits alone before capitals may be a
# number of theirs.
_CODE_AND_WORDS = re.compile(
    r"^(?!(?:19|20)\d\d-)(?:(?=[A-Z\d]{0,8}\d)(?P<code>[A-V]?\d{4,5}[A-Z\d]{0,4})-(?=[A-Z][a-z]{2})"
    r"|(?P<own>[A-V]\d{4}(?:[A-Z]{2})?|\d{5}[A-Z]{2})-(?=[A-Z]{3,}$)"
    # No modifiers: how a drug is given, and kinds of pictures.
    r"|(?P<spoken>[A-V]\d{4}|\d{5})-(?=(?:IV|IM|SQ|XR|MR|US)$)"
    r"|(?P<listed>(?:[A-V]\d{4}|\d{5})(?:[,.][A-Z\d]{2})+)-(?=[A-Z]{3,}$))"
)
# A code with its modifiers glued to it and to its words: "9928525-EMERG", "73110RT-XR", "97112-GP-Manual".
_CODE_MODIFIERS_AND_WORDS = re.compile(
    r"^(?P<code>[A-V]\d{4}|\d{5})(?:(?P<modifiers>(?:[A-Z\d]{2}){1,3})-(?=[A-Z]{2,})"
    r"|(?P<hyphened>(?:-[A-Z\d]{2}){1,3})-(?=[A-Z][A-Za-z]{2}))"
)
# An amount glued to the code behind it: "116.38A0420".
_AMOUNT_AND_CODE = re.compile(r"^-?\$?[\d,]*\.\d\d(?=(?P<code>[A-V]\d{4})$)")
# The number of a form's field or a count glued to its word: "47TOTAL", "90DAYS"; not a strength, not a day.
_NUMBER_AND_WORD = re.compile(
    r"^\d{1,2}(?!(?:mcg|meq|mls|mgs|gms?|unt|units?|hrs|min|tab|cap|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w{0,3}\b)"
    r"(?=[A-Z][A-Za-z]{2,}(?:-[A-Za-z]+)?[.:,]?$)",
    re.IGNORECASE,
)
# A month and its day glued together: "Mar01". With a year or in capitals it is another form, or no day.
_MONTH_AND_DAY = re.compile(r"^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?=(?:0[1-9]|[12]\d|3[01])$)")
# The dot between a day and the code of what was done on it, read as a point: "5,2026.99396".
_DOT_BEFORE_CODE = re.compile(r"(?<=20\d\d)[.\u00b7\u2022](?=(?:[A-V]\d{4}|\d{5})(?:-?[A-Z0-9]{2})*$)")
# "No." glued to its number: "No.26-004417".
_NO_AND_NUMBER = re.compile(r"^no\.(?=[A-Z]{0,3}-?\d{3}|\d{2}-\d)", re.IGNORECASE)
# The sign of an amount glued to the reason before it: "45$ 77.44".
_REASON_AND_SIGN = re.compile(r"^[A-Z]?\d{1,3}(?=\$$)")
_COLON = re.compile(r"(?<=[A-Za-z#.)])[:：](?=\S)|^[:：](?=\w)|(?<=[a-z]#)(?=\w)")
# A rule below or beside the print, read as marks of it: "24,_ 2025", "without_contrast". Between digits it is print.
_RULE_BESIDE = re.compile(r"(?!(?<=\d)_\d)(?:(?<=[A-Za-z0-9,.])_+|_+(?=[A-Za-z0-9]))(?![^\s]*@)")
_PRINTED = re.compile(r"\S+")
_LEADERS = re.compile(r"(?<!\d)\.{2,}|\.{2,}(?!\d)|(?:\s\.){2,}(?=\s|$)")
_KEEP_WHOLE = re.compile(r"@|www\.|\.(?:com|org|net|gov)", re.IGNORECASE)
_PUNCTUATED = re.compile(
    r"(?<=[a-z]{2}[,;.])(?=[A-Z][a-z])|(?<=[a-z]{2}\.)(?=[A-Z]{2})|(?<=[A-Za-z]{2},)(?=[A-Za-z]{2})|(?<=\w\))(?=[A-Za-z])|(?<=[A-Za-z]{2})(?=\([A-Za-z])"
    r"|(?<=[A-Za-z]{2})(?=\(\d{5}\D)"
)


# Where a token begins and ends in its text, and whether it is glued to the one before.
_Span = tuple[int, int, bool]


def tokens_of(page: PageWords) -> tuple[tuple[Word, tuple[Token, ...]], ...]:
    """Return every word of the page that holds print, in reading-independent order, with the tokens it is made of."""
    words = sorted(without_specks(seen_once(without_padding(page.words))), key=_place)
    # A long table prints the same codes, counts and words row by row.
    parts_of = functools.cache(_parts_of)
    return tuple((word, cut) for word in words if (cut := _cut_word(word, page, *parts_of(word.text))))


def _place(word: Word) -> tuple[float, float, float, float, str]:
    return (word.box.y0, word.box.x0, word.box.y1, word.box.x1, word.text)


def _cut_word(word: Word, page: PageWords, text: str, spans: Sequence[_Span]) -> tuple[Token, ...]:
    return tuple(_token(word, page, text, span) for span in spans)


def _parts_of(printed: str) -> tuple[str, Sequence[_Span]]:
    """The text that is kept of a word, and where the tokens stand in it."""
    text = _without_rules(_with_whole_values(printed if printed.isascii() else _in_plain_marks(printed)))
    # NFKC may change the length; boxes are divided by the text that is kept.
    spans: list[_Span] = []
    for blank_free in _PRINTED.finditer(text):
        start = blank_free.start()
        cuts = sorted({0, *_cuts(blank_free.group()), len(blank_free.group())})
        for first, last in zip(cuts, cuts[1:], strict=False):
            spans.append((start + first, start + last, first > 0))
    return text, spans


def _with_whole_values(text: str) -> str:
    """The text with codes, diagnoses and amounts as others print them; most words have none of their marks."""
    if "[" in text:
        text = _KEY_IN_BRACKETS.sub(r"(\1)", _CODE_IN_BRACKETS.sub(r"(\1)", text))
    if "." in text:
        text = with_whole_diagnoses(text)
        text = _AMOUNT_WITH_LETTERS.sub(lambda amount: amount.group().replace("O", "0").replace("o", "0"), text)
    return text


def _without_rules(text: str) -> str:
    """The text with blanks for what parts or leads from one value to another: bullets, rules, rows of dots."""
    text = text.replace("\u2022", " ").replace("\u00b7", " \u00b7 ").replace("|", " ")
    if text.count(".") > 1:
        # Dots that lead from words to an amount say nothing.
        text = _LEADERS.sub(lambda dots: " " * len(dots.group()), text)
    return _RULE_BESIDE.sub(lambda rule: " " * len(rule.group()), text) if "_" in text else text


def _in_plain_marks(text: str) -> str:
    """The text with marks that print the same in one form, of which ASCII has no other."""
    text = unicodedata.normalize("NFKC", _TRADE_MARKS.sub(" ", text))
    # No number has accents: dirt above its letters looks like them.
    text = _WITH_FIGURES.sub(lambda word: without_accents(word.group()), text)
    text = text.replace("\u2212", "-").replace("\u2013", "-").replace("\u2014", "-")
    return _ZERO_OF_ANOTHER_SCRIPT.sub("0", text)


def _token(word: Word, page: PageWords, text: str, span: _Span) -> Token:
    first, last, glued = span
    length = max(len(text), 1)
    box = _part(word.box, first / length, last / length)
    return Token(
        text=text[first:last],
        box=box,
        source_box=_part(word.source_box, first / length, last / length),
        confidence=word.confidence,
        page=page.index,
        y=box.middle[1],
        glued=glued,
        from_text=page.text_layer,
    )


def _part(box: Box, first: float, last: float) -> Box:
    """The share of a box along its longer way: print runs to the right, or downward where the source is turned."""
    if (first, last) == (0, 1):
        return box
    if box.height > 2.5 * box.width and last - first < 1:
        return Box(x0=box.x0, x1=box.x1, y0=box.y0 + first * box.height, y1=box.y0 + last * box.height)
    return Box(x0=box.x0 + first * box.width, x1=box.x0 + last * box.width, y0=box.y0, y1=box.y1)


def _cuts(text: str) -> set[int]:
    """Where a blank-free text holds several values: before and after dates and amounts, after a label's colon."""
    if text.endswith("$") and (reason := _REASON_AND_SIGN.match(text)) is not None:
        return {reason.end()}
    # Letters alone, as most words are, hold no value and no mark.
    if len(text) < 4 or text.isalpha() or _ONE_YEAR.match(text):
        return set()
    if (taken_off := _TAKEN_OFF.match(text)) is not None:
        return {mark.end() for mark in re.finditer("-", taken_off.group())} - {len(text)}
    # Words without figures hold no value.
    cuts = _cuts_at_values(text) if any(map(str.isdigit, text)) else set()
    if not _KEEP_WHOLE.search(text):
        cuts |= {mark.end() for mark in _COLON.finditer(text)}
        cuts |= {mark.start() for mark in _PUNCTUATED.finditer(text)}
    return cuts - {0, len(text)}


def _cuts_at_values(text: str) -> set[int]:
    """Where days, amounts, codes and numbers begin and end that are glued to each other or to words."""
    cuts: set[int] = set()
    for value in _VALUE.finditer(text):
        if _stands_free(text, value):
            cuts |= {value.start(), value.end()}
    if (coded := _CODE_AND_WORDS.match(text)) is not None:
        cuts |= {coded.end(coded.lastgroup or 0), coded.end()}
    cuts |= _cuts_at_codes(text)
    glued = _CODE_AND_WORD.match(text)
    # Letters behind a code may be modifiers: "12001RTXU".
    if glued is not None and glued.group() in known_codes() and parse_code(text) is None:
        cuts.add(glued.end())
    if (lettered := _LETTERED_DIAGNOSIS.match(text)) is not None:
        cuts.add(lettered.end())
    for pair in (_NUMBER_AND_WORD, _MONTH_AND_DAY, _NO_AND_NUMBER):
        if (first := pair.match(text)) is not None:
            cuts.add(first.end())
    for dot in _DOT_BEFORE_CODE.finditer(text):
        cuts |= {dot.start(), dot.end()}
    return cuts


def _cuts_at_codes(text: str) -> set[int]:
    """Where a known code ends with its modifiers before its words, or begins behind an amount."""
    worded = _CODE_MODIFIERS_AND_WORDS.match(text)
    if worded is not None and worded["code"] in known_codes():
        modifiers = worded["modifiers"] or worded["hyphened"].replace("-", "")
        pairs = [modifiers[i : i + 2] for i in range(0, len(modifiers), 2)]
        if known_modifiers().issuperset(pairs) or are_of_a_ride(worded["code"], pairs):
            return {worded.end() - 1, worded.end()}
    priced = _AMOUNT_AND_CODE.match(text)
    return {priced.end()} if priced is not None and priced["code"] in known_codes() else set()


def _stands_free(text: str, value: re.Match[str]) -> bool:
    """True where what touches the value cannot be part of it: "12/05/202499213" yes, "A1.25B" no."""
    before, after = text[: value.start()], text[value.end() :]
    if value.group(1) is None and not before and (_WORD_BEHIND.match(after) or _GROUP_BEHIND.match(after)):
        return True
    if value.group(1) is None and (before[-1:].isalnum() or after[:1].isalpha()):
        return len(before) > 3 and "$" in value.group() or bool(re.search(r"\.\d\d\)?$|[A-Za-z]{3}$", before))
    return not before[-1:].isdigit() or bool(re.search(r"\.\d\d$", before))
