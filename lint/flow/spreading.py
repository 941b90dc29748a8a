"""Arguments that stand in a list or a dict: `f(*items)`, `f(**options)`, `Error(**reply.json())`."""

from __future__ import annotations

from typing import Any, Final

from .. import ir
from .core import Args, Cx, Found, Kwargs
from .parsed import Parsed
from .state import DictObj, State
from .values import (
    ABSENT,
    Cls,
    Const,
    Func,
    JsonVal,
    Ref,
    Split,
    Thrown,
    Unk,
    Value,
    key_of,
    parts,
    tainted,
)

BODY: Final = "**"
"""The name under which a body is given whose keys can't be told: `log.error("…", **body)`."""
GIVEN: Final = "**given"
"""The name under which a function is given what an entry point was given beside its parameters: `work(**options)`."""


class Spreading(Parsed):
    """Part of the interpreter."""

    def spread(self, expr: ir.Call, values: list[Value], st: State) -> tuple[Args, Kwargs]:
        """Evaluated arguments with `*args` and `**kwargs` unfolded where they are known."""
        args: Args = []
        for item, value in zip(expr.args, values, strict=False):
            if isinstance(item, ir.Star):
                known, more = self.items_of(st, value)
                args.extend(known or ())
                if more or known is None:
                    args.append(Unk(("star", key_of(value)), taint=tainted(value)))
            else:
                args.append(value)
        kwargs: Kwargs = []
        body: Value | None = None
        given: Value | None = None
        for (name, _), value in zip(expr.keywords, values[len(expr.args) :], strict=True):
            if name is not None:
                kwargs.append((name, value))
                continue
            obj = self.obj(st, value) if isinstance(value, Ref) else None
            if isinstance(obj, DictObj):
                kwargs.extend((k.v, v) for k, v in obj.items if isinstance(k, Const) and isinstance(k.v, str))
                body = (value if obj.below else obj.rest) or body
                given = obj.given or given
            elif any(isinstance(p, JsonVal) for _, p in parts(value, st.mask)):
                body = value
        if given is not None:
            kwargs.append((GIVEN, given))
        return args, [*kwargs, (BODY, body)] if body is not None else kwargs

    def call_with_body(
        self, func: Value, args: Args, kwargs: Kwargs, body: Value, st: State, cx: Cx, site: Any
    ) -> Found:
        """`Error(**reply.json())`: each parameter takes what stands in the body under its name."""
        if isinstance(func, Split) or isinstance(body, Split):
            return [
                r
                for s, f in self.by_part(st, func)
                for part, b in self.by_part(s, body)
                for r in (
                    self.call_with_body(f, args, kwargs, b, part, cx, site)
                    if isinstance(b, (JsonVal, Ref))
                    else self.call(f, args, kwargs, part, cx, site)
                )
            ]
        init = func.info.lookup("__init__") if isinstance(func, Cls) else None
        if isinstance(func, Cls) and func.info.is_model() and init is None:
            return self.parse_model(func.info, body, st, site, kwargs)
        taken, rest = _taken(func, init[0] if init else None)
        if taken is None:
            return self.call(func, args, [*kwargs, (BODY, body)], st, cx, site)
        going: list[tuple[State, Kwargs | Thrown]] = [(st, kwargs)]
        for name, required in taken[len(args) :]:
            if name in dict(kwargs):
                continue
            after: list[tuple[State, Kwargs | Thrown]] = []
            for s, given in going:
                if isinstance(given, Thrown):
                    after.append((s, given))
                    continue
                for end, value in self.item(s, body, Const(name), site, ABSENT):
                    for part, one in self.by_part(end, value):
                        if one is ABSENT and required:
                            after.append((part, self.throw(part, "builtins.TypeError", site)))
                        elif isinstance(one, Thrown):
                            after.append((part, one))
                        else:
                            after.append((part, given if one is ABSENT else [*given, (name, one)]))
            going = after
        return [
            r
            for s, given in going
            for r in (
                [(s, given)]
                if isinstance(given, Thrown)
                else self.call(func, args, [*given, (BODY, body)] if rest else given, s, cx, site)
            )
        ]


def _taken(func: Value, init: Value | None) -> tuple[list[tuple[str, bool]] | None, bool]:
    """The names that a callable takes, in order, and whether each must be given, None if that isn't known; and whether
    it takes any other."""
    target = init if isinstance(func, Cls) and init is not None else func
    if isinstance(target, Func):
        params = [p for p in target.node.params if p.kind in ("pos", "kw")]
        bound = target.bound is not None or init is not None
        names = [(p.name, p.default is None) for p in (params[1:] if bound else params)]
        return names, any(p.kind == "varkw" for p in target.node.params)
    if isinstance(target, Cls) and target.info.all_fields():
        return [(name, default is None) for name, _, default, _ in target.info.all_fields()], False
    return None, True
