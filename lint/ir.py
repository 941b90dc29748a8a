"""The small program representation that the analysis reads: Python's statements and expressions, nothing of layout.

Each node has an ident `n`, its number in the order of lowering; `positions` turns idents into lines, only for files
that have something to report. Nodes are plain values that pickle, so the cache can keep them.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeVar, dataclass_transform

N = TypeVar("N")


@dataclass_transform(eq_default=False)
def node(kind: type[N]) -> type[N]:
    """A dataclass that is equal to itself only: fifty with comparisons and texts of their own would take longer to be
    defined than a file to be parsed."""
    return dataclass(slots=True, eq=False, repr=False)(kind)


@node
class Node:
    """Anything with a place in the source."""

    n: int


@node
class Expr(Node):
    """An expression."""


@node
class Const(Expr):
    value: Any


@node
class Name(Expr):
    id: str


@node
class Attr(Expr):
    value: Expr
    attr: str


@node
class Sub(Expr):
    value: Expr
    index: Expr


@node
class Slice(Expr):
    lower: Expr | None
    upper: Expr | None
    step: Expr | None


@node
class Call(Expr):
    """A call. keywords: (name, value) pairs; the name of `**value` is None."""

    func: Expr
    args: list[Expr]
    keywords: list[tuple[str | None, Expr]]


@node
class Bin(Expr):
    op: str
    left: Expr
    right: Expr


@node
class Unary(Expr):
    op: str
    operand: Expr


@node
class Bool(Expr):
    """`a and b` or `a or b`."""

    op: str
    left: Expr
    right: Expr


@node
class Compare(Expr):
    left: Expr
    ops: list[tuple[str, Expr]]


@node
class IfExp(Expr):
    test: Expr
    body: Expr
    orelse: Expr


@node
class Seq(Expr):
    """A tuple, list or set display."""

    kind: str
    items: list[Expr]


@node
class Dict(Expr):
    """A dict display; the key of `**value` is None."""

    items: list[tuple[Expr | None, Expr]]


@node
class FStr(Expr):
    parts: list[Expr]


@node
class Lambda(Expr):
    params: list[Param]
    body: Expr


@node
class Generator:
    target: Expr
    iter: Expr
    ifs: list[Expr]


@node
class Comp(Expr):
    """A comprehension of kind list, set, dict or gen; key is set for dict."""

    kind: str
    key: Expr | None
    value: Expr
    gens: list[Generator]


@node
class Await(Expr):
    value: Expr


@node
class Yield(Expr):
    """`yield value`; with a Star, `yield from value`."""

    value: Expr | None


@node
class Star(Expr):
    value: Expr


@node
class Walrus(Expr):
    target: Expr
    value: Expr


@node
class Param:
    """kind: pos, var (`*args`), kw (keyword only), varkw (`**kwargs`)."""

    name: str
    kind: str
    default: Expr | None
    annotation: Expr | None


@node
class Stmt(Node):
    """A statement."""


@node
class ExprStmt(Stmt):
    value: Expr


@node
class Assign(Stmt):
    targets: list[Expr]
    value: Expr


@node
class AugAssign(Stmt):
    target: Expr
    op: str
    value: Expr


@node
class AnnAssign(Stmt):
    target: Expr
    annotation: Expr
    value: Expr | None


@node
class Return(Stmt):
    value: Expr | None


@node
class Raise(Stmt):
    exc: Expr | None
    cause: Expr | None


@node
class If(Stmt):
    test: Expr
    body: list[Stmt]
    orelse: list[Stmt]


@node
class While(Stmt):
    test: Expr
    body: list[Stmt]
    orelse: list[Stmt]


@node
class For(Stmt):
    target: Expr
    iter: Expr
    body: list[Stmt]
    orelse: list[Stmt]


@node
class Handler(Node):
    type: Expr | None
    name: str | None
    body: list[Stmt]


@node
class Try(Stmt):
    body: list[Stmt]
    handlers: list[Handler]
    orelse: list[Stmt]
    final: list[Stmt]


@node
class With(Stmt):
    items: list[tuple[Expr, Expr | None]]
    body: list[Stmt]
    is_async: bool = False


@node
class Pattern(Node):
    """A match pattern. kind: value, capture, sequence, mapping, class, or, as, star; the parts depend on it."""

    kind: str
    value: Expr | None = None
    name: str | None = None
    parts: list[Pattern] = field(default_factory=list)
    keys: list[Any] = field(default_factory=list)


@node
class MatchCase:
    pattern: Pattern
    guard: Expr | None
    body: list[Stmt]


@node
class Match(Stmt):
    subject: Expr
    cases: list[MatchCase]


@node
class FunctionDef(Stmt):
    name: str
    params: list[Param]
    body: list[Stmt]
    decorators: list[Expr]
    is_generator: bool
    returns: Expr | None
    provider: str | None = None
    is_async: bool = False
    _inside: list[Any] | None = None

    def inside(self) -> list[Any]:
        """All nodes of its body, in no particular order; they are gathered once."""
        if self._inside is None:
            self._inside = list(walk(self.body))
        return self._inside

    def whole(self) -> Iterator[Any]:
        """All its nodes, itself too, in no particular order."""
        return itertools.chain((self,), walk([self.params, self.decorators, self.returns]), self.inside())


@node
class ClassDef(Stmt):
    name: str
    bases: list[Expr]
    keywords: list[tuple[str | None, Expr]]
    body: list[Stmt]
    decorators: list[Expr]
    provider: str | None = None


@node
class Import(Stmt):
    names: list[tuple[str, str | None]]


@node
class ImportFrom(Stmt):
    """names is empty for `import *`."""

    module: str
    level: int
    names: list[tuple[str, str | None]]


@node
class Assert(Stmt):
    test: Expr


@node
class Delete(Stmt):
    targets: list[Expr]


@node
class Global(Stmt):
    names: list[str]


@node
class Break(Stmt):
    pass


@node
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
    plain = {"int", "str", "bool", "str | None", "list[str]", "list[tuple[str, str | None]]"}
    if issubclass(kind, Const):
        return ()
    annotated = {name: text for c in kind.__mro__ for name, text in getattr(c, "__annotations__", {}).items()}
    return tuple(name for name, text in annotated.items() if text not in plain and name[0] != "_")


def walk(root: Any) -> Iterator[Any]:
    """A piece of IR and all nodes below it, in no particular order."""
    todo = [root]
    fields = _fields
    while todo:
        item = todo.pop()
        if item is None:
            continue
        kind: Any = type(item)
        if kind is list or kind is tuple:
            todo += item
        elif (names := fields(kind)) is not None:
            yield item
            for name in names:
                todo.append(getattr(item, name))
