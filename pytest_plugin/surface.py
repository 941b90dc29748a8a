"""`surface`: can the caller still learn which case it was? An exception or a result that carries the code, the body
or the response does; a message text alone does not."""

from __future__ import annotations

from typing import Any

from ..contracts import State
from . import bodies
from .drive import Exchange
from .examples import Example
from .recognise import Baseline
from .results import Tree, flatten, holds


def judge(example: Example, exchange: Exchange, baseline: Baseline) -> tuple[State, str]:
    """The state of `surface` for one run whose last word was the case, and why."""
    outcome = exchange.outcome
    carrier: Any = outcome.error if outcome.how == "raised" else outcome.value
    tree = flatten(carrier)
    if carries(example, tree):
        return State.KEPT, ""
    if outcome.how == "returned":
        return State.UNDECIDED, "the result holds neither code nor body"
    return State.UNDECIDED, f"{type(carrier).__name__} holds neither code nor body nor response"


def carries(example: Example, tree: Tree) -> bool:
    """Whether the code (the status, where there is none) is a value of its own somewhere, or the body is."""
    point = example.point
    wanted = point.code if point.code is not None else point.advice
    if wanted is not None:
        return holds(tree, wanted, in_text=False)
    if holds(tree, point.status, in_text=False):
        return True
    generated = [v for v in bodies.leaves(example.body) if isinstance(v, str) and v] if example.body else []
    return any(leaf in generated for leaf in tree.values() if isinstance(leaf, str))
