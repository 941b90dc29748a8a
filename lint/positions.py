"""Where the nodes of a parsed file stand, as libcst's PositionProvider tells it, in about half its time.

libcst finds positions by writing the file out again. Here that only counts characters; lines and columns are worked out
for the nodes that are asked about. Where the source's text tells at which line a function stands, only that function is
written.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from types import TracebackType
from typing import Any, Final

import libcst as cst
from libcst.metadata.position_provider import NEWLINE_RE, PositionProvidingCodegenState

from . import ir
from .parsing import Parsed

NEWLINE: Final = re.compile(rb"\r\n?|\n")

WHOLE: Final = -1
Place = tuple[int, int]
"""A line and a column, both counted from 1."""


class Positions:
    """A file's idents → where their nodes start and end."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self._written: dict[int, Written] = {}

    def of(self, ident: int) -> tuple[Place, Place] | None:
        """Where a node stands; None for one that isn't in the file."""
        origin = self.parsed.origin
        return self._around(ident).of(origin[ident]) if ident < len(origin) else None

    def _around(self, ident: int) -> Written:
        """The outermost function that an ident is in, written; the whole file where there is none."""
        if WHOLE in self._written:
            return self._written[WHOLE]
        functions = self.parsed.functions
        at = bisect_right(functions, (ident, len(self.parsed.origin))) - 1
        if at < 0 or ident >= functions[at][1] or (place := self._place_of_def(functions[at][0])) is None:
            at, place = WHOLE, None
        if at not in self._written:
            self._written[at] = Written(self.parsed.tree) if place is None else self._function(functions[at][0], *place)
        return self._written[at]

    def _place_of_def(self, ident: int) -> tuple[int, str] | None:
        node = self.parsed.origin[ident]
        assert isinstance(node, cst.FunctionDef)
        return place_of_def(self.parsed, node.name.value, ident)

    def _function(self, ident: int, line: int, indent: str) -> Written:
        node = self.parsed.origin[ident]
        return Written(self.parsed.tree, node, indent, line)


class Written:
    """What a file, or a statement of it, looks like when it is written: node → where it starts and ends.

    indent: what a statement's lines begin with. line: where it stands, counted from 1.
    """

    def __init__(self, tree: cst.Module, node: cst.CSTNode | None = None, indent: str = "", line: int = 1) -> None:
        state = _Counting(tree.default_indent, tree.default_newline, None)
        if indent:
            state.indent_tokens.append(indent)
        (node or tree)._codegen(state)
        self._spans = state.spans
        self._starts = state.starts
        self._before = 0 if node is None else line - bisect_right(state.starts, state.spans[node][0])

    def of(self, node: cst.CSTNode) -> tuple[Place, Place] | None:
        """Where a node stands; None for one that wasn't written."""
        span = self._spans.get(node)
        return None if span is None else (self._at(span[0]), self._at(span[1]))

    def _at(self, offset: int) -> Place:
        line = bisect_right(self._starts, offset)
        return line + self._before, offset - self._starts[line - 1] + 1


def place_of_def(parsed: Parsed, name: str, ident: int) -> tuple[int, str] | None:
    """The line of a function's `def`, counted from 1, and what stands before it: as many lines look like one of this
    name as the file has, so that none of them is text or comment. None where that isn't so."""
    named = sorted(f.n for f in parsed.module.nodes(ir.FunctionDef) if f.name == name)
    pattern = rb"^([ \t]*)(?:async[ \t]+)?def[ \t]+" + re.escape(name.encode()) + rb"[ \t]*[(\[]"
    found = list(re.finditer(pattern, parsed.data, re.MULTILINE))
    if len(found) != len(named):
        return None
    match = found[named.index(ident)]
    return 1 + len(NEWLINE.findall(parsed.data, 0, match.start())), match[1].decode()


class _Counting(PositionProvidingCodegenState):
    """Counts what would be written. starts: where lines start."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.offset = 0
        self.starts = [0]
        self.spans: dict[cst.CSTNode, tuple[int, int]] = {}
        self.open: list[int] = []

    def add_token(self, value: str) -> None:
        if "\n" in value or "\r" in value:
            self.starts += [self.offset + m.end() for m in NEWLINE_RE.finditer(value)]
        self.offset += len(value)

    def add_indent_tokens(self) -> None:
        self.offset += sum(map(len, self.indent_tokens))

    def before_codegen(self, node: cst.CSTNode) -> None:
        self.open.append(self.offset)

    def after_codegen(self, node: cst.CSTNode) -> None:
        start = self.open.pop()
        if node not in self.spans:  # else a narrower one is known
            self.spans[node] = (start, self.offset)

    def record_syntactic_position(  # type: ignore[override]  # a context manager all the same, without a generator
        self, node: cst.CSTNode, *, start_node: cst.CSTNode | None = None, end_node: cst.CSTNode | None = None
    ) -> _Narrower:
        return _Narrower(self, node, start_node, end_node)


class _Narrower:
    """Notes what is written inside it as a node's span, or from one child of it to another."""

    __slots__ = ("end", "first", "node", "start", "state")

    def __init__(self, state: _Counting, node: cst.CSTNode, start: cst.CSTNode | None, end: cst.CSTNode | None) -> None:
        self.state, self.node, self.start, self.end = state, node, start, end

    def __enter__(self) -> None:
        self.first = self.state.offset

    def __exit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        spans = self.state.spans
        first = self.first if self.start is None else spans[self.start][0]
        spans[self.node] = (first, self.state.offset if self.end is None else spans[self.end][1])
