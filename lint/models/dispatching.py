"""functools.singledispatch: a function that is chosen by the class of its first argument."""

from __future__ import annotations

from typing import Any

from ..flow.core import Args, Cx, Found, Kwargs
from ..flow.state import State
from ..flow.values import NONE, Cls, Func, Made, Native, Thrown, Value, Wrapped
from .table import layer, model

Choices = list[tuple[Value, Value]]
"""Classes, each with the function that is registered for it."""


@model("functools.singledispatch", "functools.singledispatchmethod")
def single_dispatch(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """The function for all other classes, and the place where the rest registers."""
    known = it.dispatchers.setdefault(site, [])
    return [(st, Wrapped("singledispatch", args[0], Native("registered", _unused, key=id(known)), *site))]


def _unused(*_: Any) -> Found:
    return []


def register(it: Any, recv: Wrapped, args: Args, st: State, site: Any) -> Found:
    """`@f.register` by the annotation, `@f.register(Class)` and `f.register(Class, function)`."""
    known: Choices = it.dispatchers.get((recv.module, recv.n), [])
    if len(args) == 1 and isinstance(args[0], (Func, Wrapped)):
        types = _annotated(it, args[0], st)
        if types is not None:
            known.append((types, args[0]))
        return [(st, args[0])]
    if len(args) == 2:
        known.append((args[0], args[1]))
        return [(st, args[1])]

    def take(it: Any, state: State, given: Args, named: Kwargs, where: Any) -> Found:
        known.append((args[0], given[0]))
        return [(state, given[0])]

    return [(st, Native("register", take, key=site))]


def _annotated(it: Any, value: Value, st: State) -> Value | None:
    """The class that the first parameter's annotation names (of a method: the second's)."""
    func = value
    while isinstance(func, Wrapped):
        func = func.func
    if not isinstance(func, Func):
        return None
    params = func.node.params[1:] if func.owner is not None else func.node.params
    annotation = params[0].annotation if params else None
    if annotation is None:
        return None
    frame = func.frame if func.frame is not None else it.module_frame(func.module)
    found = it.ev(annotation, st.fork(), Cx(func.module, frame))
    return found[0][1] if found and not isinstance(found[0][1], Thrown) else None


@layer("singledispatch")
def dispatched(it: Any, func: Wrapped, args: Args, kwargs: Kwargs, st: State, site: Any) -> Found:
    """The function of the nearest class; where the class can't be told, each may be the one."""
    known: Choices = it.dispatchers.get((func.module, func.n), [])
    bound = func.func.bound if isinstance(func.func, Func) else None
    found: Found = []
    for part, first in it.by_part(st, args[0] if args else NONE):
        answers = [(it.is_instance(part, first, types), types, one) for types, one in known]
        able = [(types, one) for answer, types, one in answers if answer]
        unsure = [one for answer, _, one in answers if answer is None]
        chosen = [max(able, key=lambda pair: _depth(pair[0]))[1] if able else func.func]
        for n, one in enumerate([*chosen, *unsure]):
            state = part.fork() if n < len(unsure) else part
            state.certain = state.certain and not unsure
            target = (
                it.bind(one, bound, getattr(one, "owner", None)) if bound is not None and one is not func.func else one
            )
            found.extend(it.call(target, [first, *args[1:]], kwargs, state, None, site))
    return found


def _depth(types: Value) -> int:
    if isinstance(types, Made):
        return max((_depth(t) for t in types.args), default=0)
    return len(types.info.mro()) if isinstance(types, Cls) else 0
