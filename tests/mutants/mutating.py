"""Small wrong changes to a module: what a mutant is, and every one that could be drawn from a source."""

import ast
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

# Comparisons turned round, and bounds moved by one step.
_OTHER_COMPARISONS: Mapping[type[ast.cmpop], tuple[str, tuple[str, ...]]] = {
    ast.Eq: ("==", ("!=",)),
    ast.NotEq: ("!=", ("==",)),
    ast.Is: ("is", ("is not",)),
    ast.IsNot: (r"is\s+not", ("is",)),
    ast.In: ("in", ("not in",)),
    ast.NotIn: (r"not\s+in", ("in",)),
    ast.Lt: ("<", ("<=", ">=")),
    ast.LtE: ("<=", ("<", ">")),
    ast.Gt: (">", (">=", "<=")),
    ast.GtE: (">=", (">", "<")),
}
_ARITHMETIC: Mapping[type[ast.operator], tuple[str, str]] = {
    ast.Add: (r"\+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: (r"\*", "/"),
    ast.Div: ("/", "*"),
    ast.BitOr: (r"\|", "&"),
    ast.BitAnd: ("&", "|"),
}
_SWAPPED_CALLS = {"min": "max", "max": "min", "any": "all", "all": "any"}
_NUMBER = re.compile(r"-?([0-9]+)\.[0-9]+")
_NO_MUTANTS = re.compile(r"#\s*pragma: no (cover|branch|mutants)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One change in a source, in bytes of its UTF-8 form; `function` is the dotted name of what it lies in."""

    function: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """A module with an edit. `before` and `after` are the lines it changes, blanks joined; these outlive its number."""

    module: str
    function: str
    line: int
    before: str
    after: str
    source: str

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What names the mutant in the list of survivors."""
        return (self.module, self.function, self.before, self.after)


def edits(source: str) -> tuple[Edit, ...]:
    """Return every edit that could be made to a source, by place; some may not compile or change nothing."""
    tree = ast.parse(source)
    text = _Text(source)
    found = dict.fromkeys(edit for node in tree.body for edit in _within(node, "", text))
    return tuple(sorted(found, key=lambda edit: (edit.start, edit.end, edit.text)))


def mutant(module: str, source: str, edit: Edit) -> Mutant | None:
    """Return the module with one edit, None where it does not compile or means the same."""
    raw = source.encode()
    edited = raw[: edit.start] + edit.text.encode() + raw[edit.end :]
    changed = edited.decode()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)
        try:
            compile(changed, module, "exec", dont_inherit=True)
        except SyntaxError:
            return None
    if ast.dump(ast.parse(changed)) == ast.dump(ast.parse(source)):
        return None
    first = raw.rfind(b"\n", 0, edit.start) + 1
    last = raw.find(b"\n", edit.end) if b"\n" in raw[edit.end :] else len(raw)
    return Mutant(
        module=module,
        function=edit.function,
        line=raw.count(b"\n", 0, edit.start) + 1,
        before=" ".join(raw[first:last].decode().split()),
        after=" ".join(edited[first : last + len(edited) - len(raw)].decode().split()),
        source=changed,
    )


class _Text:
    """A source by byte, as the positions of its syntax tree count."""

    def __init__(self, source: str) -> None:
        self.raw = source.encode()
        self._lines = [0]
        for line in self.raw.split(b"\n"):
            self._lines.append(self._lines[-1] + len(line) + 1)

    def span(self, node: ast.AST) -> tuple[int, int]:
        """Return where a node begins and ends."""
        assert isinstance(node, ast.expr | ast.stmt)
        assert node.end_lineno is not None and node.end_col_offset is not None
        return self._lines[node.lineno - 1] + node.col_offset, self._lines[node.end_lineno - 1] + node.end_col_offset

    def of(self, node: ast.AST) -> str:
        """Return what a node is written as."""
        start, end = self.span(node)
        return self.raw[start:end].decode()

    def is_left_out(self, node: ast.stmt) -> bool:
        """Tell whether the first line of a statement says that no mutant is to be made of it."""
        return bool(_NO_MUTANTS.search(self.raw[self._lines[node.lineno - 1] : self._lines[node.lineno]].decode()))


def _within(node: ast.AST, function: str, text: _Text) -> Iterator[Edit]:
    if isinstance(node, ast.stmt) and (_says_nothing(node, function) or text.is_left_out(node)):
        return
    for start, end, new in _changes(node, text):
        yield Edit(function=function, start=start, end=end, text=new)
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        function = f"{function}.{node.name}" if function else node.name
    for child in _parts(node):
        yield from _within(child, function, text)


def _says_nothing(node: ast.stmt, function: str) -> bool:
    """Imports, checks for the type checker, error messages, docstrings, `__all__` and names for types."""
    if isinstance(node, ast.Import | ast.ImportFrom | ast.Assert | ast.Raise):
        return True
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    if isinstance(node, ast.Assign) and not function:
        names = [target.id for target in node.targets if isinstance(target, ast.Name)]
        is_type = isinstance(node.value, ast.Subscript | ast.Name) or (
            isinstance(node.value, ast.BinOp) and isinstance(node.value.op, ast.BitOr)
        )
        return is_type or "__all__" in names
    return False


def _parts(node: ast.AST) -> Iterable[ast.AST]:
    """The children that run: no decorators, no annotations, no insides of f-strings, no version of a rule."""
    match node:
        case ast.FunctionDef():
            return (*node.args.defaults, *filter(None, node.args.kw_defaults), *node.body)
        case ast.ClassDef():
            return node.body
        case ast.AnnAssign():
            return (node.value,) if node.value else ()
        case ast.JoinedStr() | ast.keyword(arg="version"):
            return ()
        case ast.Subscript(slice=ast.Tuple(elts=elements)):
            return (node.value, *elements)
        case ast.Call(func=ast.Name(id="cast")):
            return node.args[1:]
        case ast.Tuple(elts=elements) | ast.List(elts=elements) | ast.Set(elts=elements):
            # Text in a list is dropped as a whole, see below.
            return [each for each in elements if not _is_text(each)]
        case _:
            return ast.iter_child_nodes(node)


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


_Change = tuple[int, int, str]


def _changes(node: ast.AST, text: _Text) -> Iterator[_Change]:
    """The edits of this one node."""
    match node:
        case ast.Compare():
            yield from _comparisons(node, text)
        case ast.BoolOp():
            word, other = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
            for left, right in zip(node.values, node.values[1:], strict=False):
                yield from _between(left, right, rf"\b{word}\b", other, text)
        case ast.UnaryOp(op=ast.Not() | ast.USub()):
            yield *text.span(node), f"({text.of(node.operand)})"
        case ast.BinOp() if type(node.op) in _ARITHMETIC:
            pattern, other = _ARITHMETIC[type(node.op)]
            yield from _between(node.left, node.right, pattern, other, text)
        case ast.Constant():
            yield from ((*text.span(node), written) for written in _other_values(node.value))
        case ast.JoinedStr():
            yield *text.span(node), '""'
        case ast.Call(func=ast.Name(id=name)) if name in _SWAPPED_CALLS:
            yield *text.span(node.func), _SWAPPED_CALLS[name]
        case ast.Tuple(ctx=ast.Load()) | ast.List(ctx=ast.Load()) | ast.Set():
            yield from _dropped(node, node.elts, text)
        case ast.Dict():
            yield from _dropped_entries(node, text)
        case ast.If() | ast.While() | ast.IfExp():
            yield from _negated(node.test, text)
        case ast.comprehension():
            for test in node.ifs:
                yield from _negated(test, text)
        case ast.stmt():
            yield from _removed(node, text)


def _comparisons(node: ast.Compare, text: _Text) -> Iterator[_Change]:
    sides = [node.left, *node.comparators]
    for place, operator in enumerate(node.ops):
        pattern, others = _OTHER_COMPARISONS[type(operator)]
        pattern = rf"\b{pattern}\b" if pattern[0].isalpha() else pattern
        for new in others:
            yield from _between(sides[place], sides[place + 1], pattern, new, text)


def _between(left: ast.AST, right: ast.AST, pattern: str, new: str, text: _Text) -> Iterator[_Change]:
    """The operator between two operands, replaced."""
    start, end = text.span(left)[1], text.span(right)[0]
    found = re.search(pattern.encode(), text.raw[start:end])
    if found:
        yield start + found.start(), start + found.end(), new


def _other_values(value: object) -> Iterator[str]:
    if isinstance(value, bool):
        yield str(not value)
    elif isinstance(value, int | float):
        yield repr(value + 1)
    elif isinstance(value, str) and (number := _NUMBER.fullmatch(value)):
        yield f'"{value[: number.start(1)]}{int(number[1]) + 1}{value[number.end(1) :]}"'
    elif isinstance(value, str):
        yield '""' if value else '"changed"'


def _dropped(node: ast.Tuple | ast.List | ast.Set, elements: Sequence[ast.expr], text: _Text) -> Iterator[_Change]:
    """A list without one of its elements."""
    brackets = {ast.Tuple: ("(", ")"), ast.List: ("[", "]"), ast.Set: ("{", "}")}
    opening, closing = brackets[type(node)]
    for place in range(len(elements)):
        kept = [text.of(each) for each in (*elements[:place], *elements[place + 1 :])]
        if len(kept) > 1:
            yield from _cut(elements, place, text)
        elif kept or not isinstance(node, ast.Set):
            comma = "," if kept and isinstance(node, ast.Tuple) else ""
            yield *text.span(node), f"{opening}{''.join(kept)}{comma}{closing}"


def _cut(elements: Sequence[ast.expr], place: int, text: _Text) -> Iterator[_Change]:
    if place + 1 < len(elements):
        yield text.span(elements[place])[0], text.span(elements[place + 1])[0], ""
    else:
        yield text.span(elements[place - 1])[1], text.span(elements[place])[1], ""


def _dropped_entries(node: ast.Dict, text: _Text) -> Iterator[_Change]:
    for place, (key, value) in enumerate(zip(node.keys, node.values, strict=True)):
        if key is None:
            continue
        start, end = text.span(key)[0], text.span(value)[1]
        after = re.match(rb"\s*,\s*", text.raw[end:])
        before = re.search(rb",\s*$", text.raw[text.span(node)[0] : start]) if place else None
        if after:
            yield start, end + after.end(), ""
        elif before:
            yield text.span(node)[0] + before.start(), end, ""
        else:
            yield start, end, ""


def _negated(test: ast.expr, text: _Text) -> Iterator[_Change]:
    """A condition turned round, where turning an operator of it would not be the same."""
    if not isinstance(test, ast.Compare | ast.BoolOp | ast.UnaryOp):
        yield *text.span(test), f"(not {text.of(test)})"


def _removed(node: ast.stmt, text: _Text) -> Iterator[_Change]:
    """A statement taken out; a function that yields stays one."""
    span = text.span(node)
    match node:
        case ast.Expr(value=ast.Yield() | ast.YieldFrom()):
            yield *span, "yield from ()"
        case ast.Expr() | ast.Continue() | ast.Break() | ast.AugAssign() | ast.Return(value=None):
            yield *span, "pass"
        case ast.Return(value=ast.Constant()):
            pass
        case ast.Return():
            yield *span, "return None"
    if isinstance(node, ast.AugAssign) and type(node.op) in _ARITHMETIC:
        pattern, other = _ARITHMETIC[type(node.op)]
        yield from _between(node.target, node.value, pattern, other, text)
