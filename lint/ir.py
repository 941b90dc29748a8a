"""The small program representation that the analysis reads: Python's statements and expressions, nothing of layout.

Each node has an ident `n`, its number in the order of lowering; `positions` turns idents into lines, only for files
that have something to report. Nodes are plain values that pickle, so the cache can keep them.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar

N = TypeVar("N")


@dataclass(slots=True)
class Node:
    """Anything with a place in the source."""

    n: int


@dataclass(slots=True)
class Expr(Node):
    """An expression."""


@dataclass(slots=True)
class Const(Expr):
    value: Any


@dataclass(slots=True)
class Name(Expr):
    id: str


@dataclass(slots=True)
class Attr(Expr):
    value: Expr
    attr: str


@dataclass(slots=True)
class Sub(Expr):
    value: Expr
    index: Expr


@dataclass(slots=True)
class Slice(Expr):
    lower: Expr | None
    upper: Expr | None
    step: Expr | None


@dataclass(slots=True)
class Call(Expr):
    """A call. keywords: (name, value) pairs; the name of `**value` is None."""

    func: Expr
    args: list[Expr]
    keywords: list[tuple[str | None, Expr]]


@dataclass(slots=True)
class Bin(Expr):
    op: str
    left: Expr
    right: Expr


@dataclass(slots=True)
class Unary(Expr):
    op: str
    operand: Expr


@dataclass(slots=True)
class Bool(Expr):
    """`a and b` or `a or b`."""

    op: str
    left: Expr
    right: Expr


@dataclass(slots=True)
class Compare(Expr):
    left: Expr
    ops: list[tuple[str, Expr]]


@dataclass(slots=True)
class IfExp(Expr):
    test: Expr
    body: Expr
    orelse: Expr


@dataclass(slots=True)
class Seq(Expr):
    """A tuple, list or set display."""

    kind: str
    items: list[Expr]


@dataclass(slots=True)
class Dict(Expr):
    """A dict display; the key of `**value` is None."""

    items: list[tuple[Expr | None, Expr]]


@dataclass(slots=True)
class FStr(Expr):
    parts: list[Expr]


@dataclass(slots=True)
class Lambda(Expr):
    params: list[Param]
    body: Expr


@dataclass(slots=True)
class Generator:
    target: Expr
    iter: Expr
    ifs: list[Expr]


@dataclass(slots=True)
class Comp(Expr):
    """A comprehension of kind list, set, dict or gen; key is set for dict."""

    kind: str
    key: Expr | None
    value: Expr
    gens: list[Generator]


@dataclass(slots=True)
class Await(Expr):
    value: Expr


@dataclass(slots=True)
class Yield(Expr):
    value: Expr | None


@dataclass(slots=True)
class Star(Expr):
    value: Expr


@dataclass(slots=True)
class Walrus(Expr):
    target: Expr
    value: Expr


@dataclass(slots=True)
class Param:
    """kind: pos, var (`*args`), kw (keyword only), varkw (`**kwargs`)."""

    name: str
    kind: str
    default: Expr | None
    annotation: Expr | None


@dataclass(slots=True)
class Stmt(Node):
    """A statement."""


@dataclass(slots=True)
class ExprStmt(Stmt):
    value: Expr


@dataclass(slots=True)
class Assign(Stmt):
    targets: list[Expr]
    value: Expr


@dataclass(slots=True)
class AugAssign(Stmt):
    target: Expr
    op: str
    value: Expr


@dataclass(slots=True)
class AnnAssign(Stmt):
    target: Expr
    annotation: Expr
    value: Expr | None


@dataclass(slots=True)
class Return(Stmt):
    value: Expr | None


@dataclass(slots=True)
class Raise(Stmt):
    exc: Expr | None
    cause: Expr | None


@dataclass(slots=True)
class If(Stmt):
    test: Expr
    body: list[Stmt]
    orelse: list[Stmt]


@dataclass(slots=True)
class While(Stmt):
    test: Expr
    body: list[Stmt]
    orelse: list[Stmt]


@dataclass(slots=True)
class For(Stmt):
    target: Expr
    iter: Expr
    body: list[Stmt]
    orelse: list[Stmt]


@dataclass(slots=True)
class Handler(Node):
    type: Expr | None
    name: str | None
    body: list[Stmt]


@dataclass(slots=True)
class Try(Stmt):
    body: list[Stmt]
    handlers: list[Handler]
    orelse: list[Stmt]
    final: list[Stmt]


@dataclass(slots=True)
class With(Stmt):
    items: list[tuple[Expr, Expr | None]]
    body: list[Stmt]


@dataclass(slots=True)
class Pattern(Node):
    """A match pattern. kind: value, capture, sequence, mapping, class, or, as, star; the parts depend on it."""

    kind: str
    value: Expr | None = None
    name: str | None = None
    parts: list[Pattern] = field(default_factory=list)
    keys: list[Any] = field(default_factory=list)


@dataclass(slots=True)
class MatchCase:
    pattern: Pattern
    guard: Expr | None
    body: list[Stmt]


@dataclass(slots=True)
class Match(Stmt):
    subject: Expr
    cases: list[MatchCase]


@dataclass(slots=True)
class FunctionDef(Stmt):
    name: str
    params: list[Param]
    body: list[Stmt]
    decorators: list[Expr]
    is_generator: bool
    returns: Expr | None
    provider: str | None = None


@dataclass(slots=True)
class ClassDef(Stmt):
    name: str
    bases: list[Expr]
    keywords: list[tuple[str | None, Expr]]
    body: list[Stmt]
    decorators: list[Expr]
    provider: str | None = None


@dataclass(slots=True)
class Import(Stmt):
    names: list[tuple[str, str | None]]


@dataclass(slots=True)
class ImportFrom(Stmt):
    """names is empty for `import *`."""

    module: str
    level: int
    names: list[tuple[str, str | None]]


@dataclass(slots=True)
class Assert(Stmt):
    test: Expr


@dataclass(slots=True)
class Delete(Stmt):
    targets: list[Expr]


@dataclass(slots=True)
class Global(Stmt):
    names: list[str]


@dataclass(slots=True)
class Break(Stmt):
    pass


@dataclass(slots=True)
class Continue(Stmt):
    pass


@dataclass(slots=True)
class Module:
    """A lowered file. provider: what a module-wide `# errpact: provider=` comment binds it to."""

    body: list[Stmt]
    count: int
    provider: str | None = None
    _nodes: dict[type, list[Any]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def nodes(self, kind: type[N]) -> list[N]:
        """All nodes of a kind, in no particular order; the file is walked once for all kinds."""
        if not self._nodes:
            for item in walk(self.body):
                self._nodes.setdefault(type(item), []).append(item)
        return self._nodes.get(kind, [])


@functools.cache
def _fields(kind: type) -> tuple[str, ...] | None:
    """Where nodes of a kind hold other nodes; None for what is no node."""
    if not issubclass(kind, (Node, MatchCase, Generator, Param)):
        return None
    return tuple(f for c in kind.__mro__ for f in getattr(c, "__slots__", ()) if f != "n")


def walk(root: Any) -> Iterator[Any]:
    """A piece of IR and all nodes below it, in no particular order."""
    todo = [root]
    while todo:
        item = todo.pop()
        kind: Any = type(item)
        if kind is list or kind is tuple:
            todo.extend(item)
        elif (fields := _fields(kind)) is not None:
            yield item
            todo += [getattr(item, f) for f in fields]
