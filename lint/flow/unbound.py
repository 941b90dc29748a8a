"""Variables that a path reads before it gives them a value: `if a: x = 1`, `elif b: x = 2`, and then `x`."""

from __future__ import annotations

import builtins
from collections.abc import Iterable, Iterator
from typing import Final

from .. import ir

BUILTINS: Final = frozenset(dir(builtins))


def given_by_branches(func: ir.FunctionDef) -> frozenset[str]:
    """The names that a function gives values by plain assignments outside of its loops, and in no other way: how many
    turns a loop takes needn't be known, which branch is taken is."""
    plain, inside = set(_outside_of_loops(func.body)), func.inside()
    names = {n for node in plain for n in _names(_targets(node))}
    others = {param.name for param in func.params}
    for node in inside:
        if node not in plain:
            others.update(_bound(node))
    return frozenset(names - others)


def _outside_of_loops(body: Iterable[ir.Stmt]) -> Iterator[ir.Assign | ir.AnnAssign]:
    """The assignments of a body that are in no loop and no definition."""
    for stmt in body:
        match stmt:
            case ir.Assign():
                yield stmt
            case ir.AnnAssign(value=ir.Expr()):
                yield stmt
            case ir.If(body=inner, orelse=other):
                yield from _outside_of_loops([*inner, *other])
            case ir.Try(body=inner, handlers=handlers, orelse=other, final=final):
                yield from _outside_of_loops([*inner, *(s for h in handlers for s in h.body), *other, *final])
            case ir.With(body=inner):
                yield from _outside_of_loops(inner)
            case ir.Match(cases=cases):
                yield from _outside_of_loops(s for case in cases for s in case.body)


def _bound(node: object) -> list[str]:
    """The names that a node binds, or declares to be of another scope."""
    match node:
        case ir.AnnAssign(value=None):
            return []
        case ir.FunctionDef(name=name) | ir.ClassDef(name=name) | ir.Param(name=name):
            return [name]
        case ir.Handler(name=str(name)) | ir.Pattern(name=str(name)):
            return [name]
        case ir.Import(names=pairs) | ir.ImportFrom(names=pairs):
            return [alias or name.partition(".")[0] for name, alias in pairs]
        case ir.Global(names=declared):
            return declared
    return _names(_targets(node))


def _targets(node: object) -> list[ir.Expr]:
    match node:
        case ir.Assign(targets=targets) | ir.Delete(targets=targets):
            return targets
        case ir.AnnAssign(target=target) | ir.AugAssign(target=target) | ir.Walrus(target=target):
            return [target]
        case ir.For(target=target) | ir.Generator(target=target):
            return [target]
        case ir.With(items=items):
            return [target for _, target in items if target is not None]
    return []


def _names(targets: Iterable[ir.Expr]) -> list[str]:
    found: list[str] = []
    for target in targets:
        match target:
            case ir.Name(id=name):
                found.append(name)
            case ir.Seq(items=items):
                found += _names(items)
            case ir.Star(value=inner):
                found += _names([inner])
    return found
