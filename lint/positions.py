"""Where the nodes of a parsed file stand, as libcst's PositionProvider tells it, in about half its time.

libcst finds positions by writing the file out again. Here that only counts characters; lines and columns are worked out
for the nodes that are asked about.
"""

from __future__ import annotations

from bisect import bisect_right
from types import TracebackType
from typing import Any

import libcst as cst
from libcst.metadata.position_provider import NEWLINE_RE, PositionProvidingCodegenState

Place = tuple[int, int]
"""A line and a column, both counted from 1."""


class Positions:
    """A file's nodes → where they start and end."""

    def __init__(self, tree: cst.Module) -> None:
        state = _Counting(tree.default_indent, tree.default_newline, None)
        tree._codegen(state)
        self._spans = state.spans
        self._starts = state.starts

    def of(self, node: cst.CSTNode) -> tuple[Place, Place] | None:
        """Where a node stands; None for one that isn't in the file."""
        span = self._spans.get(node)
        return None if span is None else (self._at(span[0]), self._at(span[1]))

    def _at(self, offset: int) -> Place:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


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
