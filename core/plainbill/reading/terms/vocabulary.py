"""Header words and labels: what a phrase stands for, however its blanks, case, plural or one letter were read."""

import contextlib
import contextvars
import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from plainbill.knowledge.tables import read_table
from plainbill.reading.terms.accents import without_accents

_SHORT_FORMS = {
    "no": "number", "num": "number", "nbr": "number", "nmbr": "number", "nr": "number", "#": "number",
    "acct": "account", "a/c": "account", "ctrl": "control",
    "amt": "amount", "pt": "patient", "pat": "patient", "svc": "service", "serv": "service", "proc": "procedure",
    "desc": "description", "descr": "description", "ins": "insurance", "resp": "responsibility", "adj": "adjustment",
    "adjs": "adjustment", "pmt": "payment", "pymt": "payment", "pmts": "payment", "dt": "date", "stmt": "statement",
    "chg": "charge", "chgs": "charge", "qty": "quantity", "ded": "deductible", "coins": "coinsurance", "rev": "revenue",
    "diag": "diagnosis", "&": "and", "mod": "modifier", "mods": "modifier", "cd": "code", "prov": "provider",
    "med": "medical", "rec": "record", "est": "estimated", "auth": "authorization", "grp": "group", "bal": "balance",
}  # fmt: skip
# Shortened where room is scarce, over columns; in running text some of these are names or titles.
_HEAD_SHORT_FORMS = {
    **_SHORT_FORMS,
    "srvc": "service", "srv": "service", "srvcs": "service", "svcs": "service", "servs": "service",
    "procs": "procedure",
    "unt": "unit", "unts": "unit", "uts": "unit", "qnty": "quantity", "quan": "quantity", "cnt": "count", "pl": "place",
    "plc": "place", "loc": "location", "cov": "covered", "covd": "covered", "cvrd": "covered", "noncov": "noncovered",
    "elig": "eligible", "allow": "allowed", "alwd": "allowed", "allwd": "allowed", "apprvd": "approved",
    "appr": "approved", "neg": "negotiated", "disc": "discount", "contr": "contractual", "contrl": "contractual",
    "wo": "writeoff", "w/o": "writeoff", "pd": "paid", "pay't": "payment", "pymnt": "payment", "pmnt": "payment",
    "paymt": "payment", "paymts": "payment", "pymts": "payment", "pyt": "payment", "chrg": "charge", "chrgs": "charge",
    "chrge": "charge", "chgd": "charged", "amnt": "amount", "amts": "amount", "tot": "total", "ttl": "total",
    "ext": "extended", "trans": "transaction", "tran": "transaction", "trn": "transaction", "trx": "transaction",
    "txn": "transaction", "dte": "date", "dts": "date", "msg": "message", "msgs": "message", "rmk": "remark",
    "rmks": "remark", "rem": "remark", "rsn": "reason", "rsns": "reason", "expl": "explanation", "disp": "disposition",
    "deduct": "deductible", "deduc": "deductible", "dedbl": "deductible", "coin": "coinsurance", "mbr": "member",
    "mem": "member", "subscr": "subscriber", "resps": "responsibility", "respon": "responsibility",
    "liab": "liability", "fac": "facility", "hosp": "hospital", "phys": "physician", "dr": "doctor",
    "rend": "rendering", "perf": "performing", "thru": "through", "fr": "from", "frm": "from", "dept": "department",
    "medicr": "medicare", "mcare": "medicare", "mcr": "medicare", "surf": "surface", "dx": "diagnosis",
    "px": "procedure", "ptr": "pointer", "insur": "insurance", "insr": "insurance", "bnft": "benefit",
    "ben": "benefit", "prc": "price", "subm": "submitted", "orig": "original", "coll": "collection",
    "adjmt": "adjustment", "adjust": "adjustment", "adjmts": "adjustment", "exp": "explanation", "pct": "percent",
    "respnsblty": "responsibility", "reimb": "reimbursement", "actg": "accounting", "posting": "posted",
    "sched": "schedule",
}  # fmt: skip
_PIECES = re.compile(r"[^\W_]+|#|&|%")
_MOST_KEPT = 1 << 16
# Half of the shortest phrase that may have a letter read wrong.
_SURE = 3
# The number of a field on a printed form: "42 REV. CD.", "3a PAT. CNTL #".
# A dollar sign behind the letter may be read as S.
# The number of a box in small print, read as a letter: "A PATIENT NAME" is box 8.
_READ_LOCATOR = re.compile(r"^[ABISZ]$")
_LOCATOR = re.compile(r"^\d{1,2}\.?[a-jA-J]?\.?$|^[A-Ka-k]\.[$S]?$")
# The number and the letter of a field glued to its first word: "24.ADATE (S) OF SERVICE", "27.ACCEPT", "F$CHARGES".
_GLUED_LOCATORS = (
    re.compile(r"^\d{1,2}\.?(?=[A-Z]{3})"),
    re.compile(r"^\d{1,2}\.?[A-K]\.?(?=[A-Z]{3})"),
    re.compile(r"^[A-K]\.?\$(?=[A-Z]{3})"),
)
# A reader's zero between letters: "D0B", "WRITE-0FFS".
_ZERO = re.compile(r"(?<=[A-Za-z])(?P<hyphen>-?)0(?=[A-Za-z])")
# The stroke of "ID" read as a figure or a small letter: "MEMBER 1D".
_READ_ID = re.compile(r"^[1l]d$")
# How a form shows in which order a date is to be written.
_PLACEHOLDERS = frozenset({"MM", "DD", "YY", "YYYY", "CCYY"})
# A letter read wrong may be forgiven in a long phrase; in a short one it would make another word.
_FORGIVING_LENGTH = 8
# "POS" is not the PO of a PO box.
_SHORTEST_SQUEEZED = 4
# A stroke between two words that was read as a letter: "Qtyl Units".
_READ_SLASH = re.compile(r"(?<=[a-z]{2})[lI1|]$", re.IGNORECASE)
_LONE_SLASH = frozenset({"1", "l", "I", "|"})
# "$/unit"
_PRICE_PER = re.compile(r"^\$/(?=[a-z])", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """The fields a phrase may stand for, most usual first.

    `exact` is false where one letter differs; `listed` is true where the table of phrases has it, letter for letter.
    """

    fields: tuple[str, ...]
    exact: bool
    listed: bool = False


class Vocabulary:
    """Phrases and what they stand for."""

    def __init__(self, entries: Iterable[tuple[str, str]], short_forms: Mapping[str, str] = _SHORT_FORMS) -> None:
        known: dict[str, list[str]] = {}
        for phrase, field in entries:
            for key in _keys(phrase.split(), short_forms):
                fields = known.setdefault(key, [])
                if field not in fields:
                    fields.append(field)
        near: dict[str, str] = {}
        for key in known:
            if len(key) >= _FORGIVING_LENGTH:
                for shorter in _without_one(key):
                    near.setdefault(shorter, key)
        self._short_forms = short_forms
        self._known: Mapping[str, tuple[str, ...]] = {key: tuple(fields) for key, fields in known.items()}
        self._near: Mapping[str, str] = near
        self._beginnings = frozenset(key[:size] for key in known for size in range(_SURE, len(key) + 1))
        self._ends = frozenset(key[-size:] for key in known for size in range(_SURE, len(key) + 1))
        self._found = functools.lru_cache(maxsize=_MOST_KEPT)(self._look_up)

    def with_first(self, entries: Iterable[tuple[str, str]]) -> "Vocabulary":
        """This vocabulary with more entries before its own: working it out anew takes as long as reading a page."""
        first = Vocabulary(entries, self._short_forms)
        known = {key: tuple(dict.fromkeys((*own, *self._known.get(key, ())))) for key, own in first._known.items()}
        first._known = {**self._known, **known}
        first._near = {**self._near, **first._near}
        first._beginnings |= self._beginnings
        first._ends |= self._ends
        return first

    def find(self, words: Sequence[str]) -> Meaning | None:
        """What the words together stand for, None where they are no phrase of the vocabulary."""
        return self._found(tuple(words))

    def _look_up(self, words: tuple[str, ...]) -> Meaning | None:
        words = tuple(_PRICE_PER.sub("per ", word) if word.startswith("$") else word for word in words)
        keys = _keys(_without_form_marks(words), self._short_forms)
        for key in keys:
            if key in self._known:
                return Meaning(fields=self._known[key], exact=True, listed=True)
        for key in keys:
            if len(key) >= _FORGIVING_LENGTH and (found := self._nearly(key)):
                return Meaning(fields=self._known[found], exact=False)
        slashed = (
            *words[:1],
            *(word for word in words[1:-1] if word not in _LONE_SLASH),
            *words[max(1, len(words) - 1) :],
        )
        slashed = (*(_READ_SLASH.sub("/", word) for word in slashed[:-1]), *slashed[-1:])
        for key in _keys(slashed, self._short_forms) if slashed != words else ():
            if key in self._known:
                return Meaning(fields=self._known[key], exact=False)
        for glued in _GLUED_LOCATORS if words and (words[0][:1].isdigit() or "$" in words[0]) else ():
            for key in _keys((glued.sub("", words[0]), *words[1:]), self._short_forms) if glued.match(words[0]) else ():
                if key in self._known:
                    return Meaning(fields=self._known[key], exact=False)
        return None

    def _nearly(self, key: str) -> str | None:
        if not key.isalpha() and any(map(str.isdigit, key)):
            return None
        # One letter that differs stands in one half: the other half is that of the phrase.
        half = (len(key) - 1) // 2
        if key[:half] not in self._beginnings and key[-half:] not in self._ends:
            return None
        for other in (key, *_without_one(key)):
            found = self._near.get(other)
            if found and _one_apart(found, key):
                return found
            if other in self._known and len(other) >= _FORGIVING_LENGTH:
                return other
        return None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class IssuerHeads:
    """Words over columns that one issuer of papers uses, each with the field that the column holds.

    Two are the same only where they are one object: what is worked out for an issuer is kept for it.
    """

    phrases: tuple[tuple[str, str], ...]


ANY_ISSUER = IssuerHeads(phrases=())
"""The heads of an issuer that nobody knows."""

_ISSUER: contextvars.ContextVar[IssuerHeads] = contextvars.ContextVar("issuer", default=ANY_ISSUER)
_MOST_VOCABULARIES = 16


def header_words() -> Vocabulary:
    """The words that head columns of tables of charges, those of the issuer being read before those of the table."""
    return _header_words(_ISSUER.get())


@functools.lru_cache(maxsize=_MOST_VOCABULARIES)
def _header_words(issuer: IssuerHeads) -> Vocabulary:
    if issuer.phrases:
        return _header_words(ANY_ISSUER).with_first(issuer.phrases)
    return Vocabulary(((row["phrase"], row["field"]) for row in read_table("header_words")), _HEAD_SHORT_FORMS)


@contextlib.contextmanager
def heads_of(issuer: IssuerHeads) -> Iterator[None]:
    """Within it, an issuer's own heads are known too.

    Some twenty places look head words up; who reads a page sets it once, and no page leaves a trace in the next.
    """
    token = _ISSUER.set(issuer)
    try:
        yield
    finally:
        _ISSUER.reset(token)


def issuer_heads() -> IssuerHeads:
    """Return the heads of the issuer that is being read."""
    return _ISSUER.get()


@functools.cache
def field_labels() -> Vocabulary:
    """The words that stand before or above single values."""
    return Vocabulary((row["phrase"], row["field"]) for row in read_table("field_labels"))


def plain_key(text: str) -> str:
    """The letters and digits of the text, lower case, blanks and plural gone: what phrases are compared by."""
    return _squeeze("".join(_PIECES.findall(text.lower())))


def _without_form_marks(words: Sequence[str]) -> Sequence[str]:
    """The words without the number or letter of a form's field and without the places for parts of a date."""
    if len(words) > 2 and _READ_LOCATOR.match(words[0]) and all(word.isupper() for word in words[1:]):
        words = words[1:]
    while len(words) > 1 and _LOCATOR.match(words[0]) and (words[1][:1].isupper() or _LOCATOR.match(words[1])):
        words = words[1:]
    while len(words) > 1 and words[-1] in _PLACEHOLDERS:
        words = words[:-1]
    return words


def spelled_out(words: Sequence[str]) -> tuple[str, ...]:
    """The words over a column in small letters, cut at marks, short forms in full."""
    pieces = [piece for word in words for piece in _pieces(word)]
    return tuple(_HEAD_SHORT_FORMS.get(piece, piece) for piece in pieces)


def _keys(words: Sequence[str], short_forms: Mapping[str, str]) -> tuple[str, ...]:
    pieces = [piece for word in words for piece in _pieces(word)]
    full = [short_forms.get(piece, piece) for piece in pieces]
    keys = (_squeeze("".join(full)), _squeeze("".join(pieces)))
    return tuple(dict.fromkeys(key for key in keys if key))


@functools.lru_cache(maxsize=_MOST_KEPT)
def _pieces(word: str) -> tuple[str, ...]:
    """The runs of letters and digits in small letters, without the accents that readers see in dirt."""
    pieces = _PIECES.findall(_ZERO.sub(r"\g<hyphen>o", without_accents(word)).lower())
    return tuple(_READ_ID.sub("id", piece) for piece in pieces)


def _squeeze(text: str) -> str:
    """Without the letter s: plurals and possessives fall together even where blanks between words were lost."""
    return text.replace("s", "") if len(text) > _SHORTEST_SQUEEZED else text


def _without_one(key: str) -> Iterator[str]:
    for i in range(len(key)):
        yield key[:i] + key[i + 1 :]


def _one_apart(one: str, other: str) -> bool:
    """True where one letter changed, added or lost makes the one the other."""
    if abs(len(one) - len(other)) > 1:
        return False
    longer, shorter = (one, other) if len(one) >= len(other) else (other, one)
    for i, letter in enumerate(shorter):
        if longer[i] != letter:
            return longer[i + 1 :] in (shorter[i:], shorter[i + 1 :])
    return True
