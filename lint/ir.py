"""The small program representation that the analysis reads: Python's statements and expressions, nothing of layout.

Each node has an ident `n`, its number in the order of lowering; `positions` turns idents into lines, only for files
that have something to report. Nodes are plain values that pickle, so the cache can keep them.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator
from dataclasses import field
from typing import Any, TypeVar

from ..contracts.plain import changeable, entity

N = TypeVar("N")


@entity
class Node:
    """Anything with a place in the source."""

    n: int


@entity
class Expr(Node):
    """An expression."""


@entity
class Const(Expr):
    value: Any


@entity
class Name(Expr):
    id: str


@entity
class Attr(Expr):
    value: Expr
    attr: str


@entity
class Sub(Expr):
    value: Expr
    index: Expr


@entity
class Slice(Expr):
    lower: Expr | None
    upper: Expr | None
    step: Expr | None


@entity
class Call(Expr):
    """A call. keywords: (name, value) pairs; the name of `**value` is None."""

    func: Expr
    args: list[Expr]
    keywords: list[tuple[str | None, Expr]]


@entity
class Bin(Expr):
    op: str
    left: Expr
    right: Expr


@entity
class Unary(Expr):
    op: str
    operand: Expr


@entity
class Bool(Expr):
    """`a and b` or `a or b`."""

    op: str
    left: Expr
    right: Expr


@entity
class Compare(Expr):
    left: Expr
    ops: list[tuple[str, Expr]]


@entity
class IfExp(Expr):
    test: Expr
    body: Expr
    orelse: Expr


@entity
class Seq(Expr):
    """A tuple, list or set display."""

    kind: str
    items: list[Expr]


@entity
class Dict(Expr):
    """A dict display; the key of `**value` is None."""

    items: list[tuple[Expr | None, Expr]]


@entity
class FStr(Expr):
    parts: list[Expr]


@entity
class Lambda(Expr):
    params: list[Param]
    body: Expr


@entity
class Generator:
    target: Expr
    iter: Expr
    ifs: list[Expr]


@entity
class Comp(Expr):
    """A comprehension of kind list, set, dict or gen; key is set for dict."""

    kind: str
    key: Expr | None
    value: Expr
    gens: list[Generator]


@entity
class Await(Expr):
    value: Expr


@entity
class Yield(Expr):
    """`yield value`; with a Star, `yield from value`."""

    value: Expr | None


@entity
class Star(Expr):
    value: Expr


@entity
class Walrus(Expr):
    target: Expr
    value: Expr


@entity
class Param:
    """kind: pos, var (`*args`), kw (keyword only), varkw (`**kwargs`)."""

    name: str
    kind: str
    default: Expr | None
    annotation: Expr | None


@entity
class Stmt(Node):
    """A statement."""


@entity
class ExprStmt(Stmt):
    value: Expr


@entity
class Assign(Stmt):
    targets: list[Expr]
    value: Expr


@entity
class AugAssign(Stmt):
    target: Expr
    op: str
    value: Expr


@entity
class AnnAssign(Stmt):
    target: Expr
    annotation: Expr
    value: Expr | None


@entity
class Return(Stmt):
    value: Expr | None


@entity
class Raise(Stmt):
    exc: Expr | None
    cause: Expr | None


@entity
class If(Stmt):
    test: Expr
    body: list[Stmt]
    orelse: list[Stmt]


@entity
class While(Stmt):
    test: Expr
    body: list[Stmt]
    orelse: list[Stmt]


@entity
class For(Stmt):
    target: Expr
    iter: Expr
    body: list[Stmt]
    orelse: list[Stmt]


@entity
class Handler(Node):
    """group: whether it is written `except*`, whose name is a group of what was raised."""

    type: Expr | None
    name: str | None
    body: list[Stmt]
    group: bool = False


@entity
class Try(Stmt):
    body: list[Stmt]
    handlers: list[Handler]
    orelse: list[Stmt]
    final: list[Stmt]


@entity
class With(Stmt):
    items: list[tuple[Expr, Expr | None]]
    body: list[Stmt]
    is_async: bool = False


@entity
class Pattern(Node):
    """A match pattern. kind: value, capture, sequence, mapping, class, or, as, star; the parts depend on it."""

    kind: str
    value: Expr | None = None
    name: str | None = None
    parts: list[Pattern] = field(default_factory=list)
    keys: list[Any] = field(default_factory=list)


@entity
class MatchCase:
    pattern: Pattern
    guard: Expr | None
    body: list[Stmt]


@entity
class Match(Stmt):
    subject: Expr
    cases: list[MatchCase]


@entity
class FunctionDef(Stmt):
    name: str
    params: list[Param]
    body: list[Stmt]
    decorators: list[Expr]
    is_generator: bool
    returns: Expr | None
    provider: str | None = None
    is_async: bool = False
    _inside: list[Any] = field(default_factory=list)

    def inside(self) -> list[Any]:
        """All nodes of its body, in no particular order; they are gathered once."""
        if not self._inside:
            self._inside.extend(walk(self.body))
        return self._inside

    def whole(self) -> Iterator[Any]:
        """All its nodes, itself too, in no particular order."""
        return itertools.chain((self,), walk([self.params, self.decorators, self.returns]), self.inside())


@entity
class ClassDef(Stmt):
    name: str
    bases: list[Expr]
    keywords: list[tuple[str | None, Expr]]
    body: list[Stmt]
    decorators: list[Expr]
    provider: str | None = None


@entity
class Import(Stmt):
    names: list[tuple[str, str | None]]


@entity
class ImportFrom(Stmt):
    """names is empty for `import *`."""

    module: str
    level: int
    names: list[tuple[str, str | None]]


@entity
class Assert(Stmt):
    test: Expr


@entity
class Delete(Stmt):
    targets: list[Expr]


@entity
class Global(Stmt):
    names: list[str]


@entity
class Break(Stmt):
    pass


@entity
class Continue(Stmt):
    pass


@changeable
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
