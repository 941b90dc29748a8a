"""What retry libraries hand to a client's callbacks: tenacity's RetryCallState and its outcome."""

from __future__ import annotations

from typing import Any

from ..flow.core import Args, Found, Kwargs
from ..flow.state import Inst, State
from ..flow.values import (
    NONE,
    Const,
    Ext,
    Ref,
    Thrown,
    Value,
)


def retry_state(it: Any, st: State, value: Value, attempt: int) -> Ref:
    """tenacity's RetryCallState."""
    outcome = outcome_of(it, st, value)
    ref: Ref = it.alloc(
        st,
        Inst(Ext("tenacity.RetryCallState"), {"attempt_number": Const(attempt), "outcome": outcome, "exception": NONE}),
    )
    return ref


def outcome_of(it: Any, st: State, value: Value) -> Ref:
    """A future that holds an outcome."""
    failed = isinstance(value, Thrown)
    ref: Ref = it.alloc(
        st,
        Inst(
            Ext("tenacity.Future"),
            {
                "failed": Const(failed),
                "__exc__": value.exc if isinstance(value, Thrown) else NONE,
                "__result__": NONE if failed else value,
            },
        ),
    )
    return ref


def outcome_method(
    it: Any, ref: Ref, obj: Inst, name: str, args: Args, kwargs: Kwargs, st: State, site: Any
) -> Found | None:
    """`outcome.exception()`, `outcome.result()`, `state.set_result(x)`."""
    if not isinstance(obj.cls, Ext) or not obj.cls.name.startswith("tenacity."):
        return None
    if name == "exception" and "__exc__" in obj.attrs:
        return [(st, obj.attrs["__exc__"])]
    if name == "result" and "__result__" in obj.attrs:
        exc = obj.attrs["__exc__"]
        return [(st, obj.attrs["__result__"] if exc == NONE else Thrown(exc))]
    if name == "set_result" and args:
        st.heap[ref.id] = Inst(obj.cls, {**obj.attrs, "__result__": args[0]}, obj.args)
        return [(st, NONE)]
    return None
