"""Loops that count attempts: what they bind says how often they went round, not what is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from . import ir
from .flow.likeness import Serial
from .flow.state import Site
from .flow.values import Made, Method, Tup, Unk

TOLD: Final = frozenset({"sleep", "debug", "info", "warning", "error", "exception", "critical", "log", "print"})
"""What may be given the number of an attempt without asking for something else by it."""


def places(modules: Mapping[str, ir.Module], site: Site) -> frozenset[Site]:
    """The places inside of a loop that counts attempts; none for any other loop."""
    module = modules.get(site[0])
    loop = next((n for n in module.nodes(ir.For) if n.n == site[1]), None) if module is not None else None
    if loop is None or not isinstance(loop.target, ir.Name) or not _is_count(loop.iter):
        return frozenset()
    inside = list(ir.walk(loop.body))
    aside = {item.n for whole in inside for item in ir.walk(_aside(whole)) if isinstance(item, ir.Name)}
    used = {item.n for item in inside if isinstance(item, ir.Name) and item.id == loop.target.id}
    return (
        frozenset((site[0], item.n) for item in inside if isinstance(item, ir.Node)) if used <= aside else frozenset()
    )


def same_each_time(key: Any) -> bool:
    """Whether what is behind an identity is surely the same each turn: nothing in it is asked of somebody who isn't
    told what for (`next_body()`)."""
    match key:
        case ("call", Method(recv=recv), args, kwargs, *_):
            return all(map(same_each_time, (recv, *args, *kwargs)))
        case ("call", _, args, kwargs, *_):
            return bool(args or kwargs) and all(map(same_each_time, (*args, *kwargs)))
        case Made(args=args, kwargs=kwargs):
            return bool(args or kwargs) and all(map(same_each_time, (*args, *kwargs)))
        case Unk(key=inner):
            return same_each_time(inner)
        case Tup(items=items):
            return all(map(same_each_time, items))
        case tuple():
            return all(map(same_each_time, key))
    return not isinstance(key, Serial)


def _is_count(source: ir.Expr) -> bool:
    """`range(4)`, `reversed(range(TRIES))`; one that is worked out (`range(len(accounts))`) may count other things."""
    match source:
        case ir.Call(func=ir.Name(id="range"), args=args):
            return not any(isinstance(item, ir.Call) for item in ir.walk(args))
        case ir.Call(func=ir.Name(id="reversed"), args=[inner]):
            return _is_count(inner)
    return False


def _aside(item: Any) -> Any:
    """Of a node, where a number decides or is only told: a condition, a wait, a log."""
    match item:
        case ir.If(test=test) | ir.While(test=test) | ir.IfExp(test=test) | ir.MatchCase(guard=test):
            return test
        case ir.Call(func=ir.Name(id=name) | ir.Attr(attr=name)) if name in TOLD:
            return item.args
    return None
