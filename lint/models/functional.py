"""functools.reduce and the getters of operator: each does in a call what a loop, an index or an attribute does."""

from __future__ import annotations

from typing import Any, Final

from ..flow.core import Args, Found, Kwargs
from ..flow.state import State
from ..flow.values import Const, Func, Made, Partial, Thrown, Tup, Value
from .table import made, model

MOST: Final = 60
"""Items that are folded one by one."""


@model("functools.reduce")
def reduce(it: Any, st: State, args: Args, kwargs: Kwargs, site: Any, name: str) -> Found:
    """Folds known items; what an unknown number of turns gives is unknown."""
    if len(args) < 2:
        return [(st, it.throw(st, "builtins.TypeError", site))]
    done: Found = []
    for s, source in it.run_out(it.by_part(st, args[1]), site):
        items, more = it.items_of(s, source)
        if isinstance(source, Thrown):
            done.append((s, source))
            continue
        if items is None or more or len(items) > MOST:
            it.facts.unresolved.setdefault(site, "how often reduce calls its function")
            done.append((s, Made(name, tuple(args), taint=bool(s.sent))))
            continue
        folded = list(args[2:3]) or items[:1]
        going: Found = [(s, folded[0])] if folded else [(s, it.throw(s, "builtins.TypeError", site))]
        for turn, item in enumerate(items if len(args) > 2 else items[1:], 2):
            going = [
                end
                for g, value in going
                for end in (
                    [(g, value)] if isinstance(value, Thrown) else _turn(it, g, args[0], value, item, site, turn)
                )
            ]
        done.extend(going)
    return done


def _turn(it: Any, st: State, func: Value, value: Value, item: Value, site: Any, number: int) -> Found:
    """One turn of what is a loop, whose body is the function."""
    body = func
    while isinstance(body, Partial):
        body = body.func
    loop = (body.module, body.node.n) if isinstance(body, Func) else site
    outer = st.layers
    found: Found = []
    for s, one in it.by_part(st, value):
        s.layers = (*outer, ("loop", loop, number))
        found.extend(it.call(func, [one, item], [], s, None, site))
    for s, _ in found:
        s.layers = outer
    return it.few_ends(it.rejoin(st, found))  # type: ignore[no-any-return]  # an interpreter, as all models take it


@made("operator.itemgetter")
def itemgetter(it: Any, st: State, getter: Made, args: Args, kwargs: Kwargs, site: Any) -> Found:
    """`itemgetter("a", "b")(x)` is `(x["a"], x["b"])`."""
    if not args:
        return [(st, it.throw(st, "builtins.TypeError", site))]
    return _gathered(st, getter, lambda s, key: it.item(s, args[0], key, site))


@made("operator.attrgetter")
def attrgetter(it: Any, st: State, getter: Made, args: Args, kwargs: Kwargs, site: Any) -> Found:
    """`attrgetter("a.b", "c")(x)` is `(x.a.b, x.c)`."""
    if not args:
        return [(st, it.throw(st, "builtins.TypeError", site))]

    def get(state: State, path: Value) -> Found:
        going: Found = [(state, args[0])]
        for name in str(path.v).split(".") if isinstance(path, Const) else ():
            going = [
                end
                for s, owner in going
                for end in ([(s, owner)] if isinstance(owner, Thrown) else it.attr(owner, name, s, None, site))
            ]
        return going

    return _gathered(st, getter, get)


@made("operator.methodcaller")
def methodcaller(it: Any, st: State, caller: Made, args: Args, kwargs: Kwargs, site: Any) -> Found:
    """`methodcaller("name", 1)(x)` is `x.name(1)`."""
    name = caller.args[0] if caller.args else None
    if not args:
        return [(st, it.throw(st, "builtins.TypeError", site))]
    if not isinstance(name, Const):
        return it.call_unknown(caller, args, kwargs, st, site)  # type: ignore[no-any-return]  # as above
    return [
        end
        for s, method in it.attr(args[0], str(name.v), st, None, site)
        for end in (
            [(s, method)]
            if isinstance(method, Thrown)
            else it.call(method, list(caller.args[1:]), list(caller.kwargs), s, None, site)
        )
    ]


def _gathered(st: State, getter: Made, get: Any) -> Found:
    """One value for one thing asked for, else a tuple."""
    going: list[tuple[State, Any]] = [(st, [])]
    for key in getter.args:
        going = [
            (s, value if isinstance(value, Thrown) else [*done, value])
            for state, done in going
            for s, value in ([(state, done)] if isinstance(done, Thrown) else get(state, key))
        ]
    single = len(getter.args) == 1
    return [(s, v if isinstance(v, Thrown) else v[0] if single else Tup(tuple(v))) for s, v in going]
