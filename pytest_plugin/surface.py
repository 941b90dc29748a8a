"""`surface`: can the caller still learn which case it was? An exception or a result that carries the code, the body
or the response does; a message text alone does not.

Where the code is not carried, the client is run on a few other cases that ask for something else: if it ends in the
same way for one of them, a caller cannot tell apart what must be told apart.
"""

from __future__ import annotations

import json
import re
from typing import Any, Final

from ..contracts import State, Verb
from . import bodies
from .drive import Exchange
from .examples import Example
from .recognise import Baseline
from .results import CLASS, DATA, Tree, holds, mask, told_apart, without_figures
from .survive import crashed

_WORD: Final = re.compile(r"[A-Za-z0-9_.:-]{1,64}")


def judge(example: Example, exchange: Exchange, baseline: Baseline) -> tuple[State, str]:
    """The state of `surface` for one run whose last word was the case, and why."""
    outcome = exchange.outcome
    carrier: Any = outcome.error if outcome.how == "raised" else outcome.value
    tree = exchange.tree
    if carries(example, tree):
        return State.KEPT, ""
    if outcome.error is not None and crashed(outcome.error):
        return State.UNDECIDED, "the client crashed"
    what = f"{type(carrier).__name__} holds neither code nor body nor response"
    if isinstance(carrier, SystemExit):
        return State.UNDECIDED, f"{what}; what a program says when it ends is on its output"
    if said(example, tree):
        return State.UNDECIDED, f"{what}, but says which case it is among other words"
    if outcome.how == "returned" and not told_from_success(example, exchange, baseline):
        # It may be a success's, or a figure for people to read: what it is good for is not ours to know.
        return State.UNDECIDED, what
    error = baseline.error
    if error is not None and type(error) is type(carrier):
        return State.UNDECIDED, f"the client raises {type(error).__name__} on your success reply too"
    own, rivals = telling(tree, example), baseline.rivals(example)
    alike = [
        other.point.case
        for other, rival in rivals
        if rival.outcome.how == outcome.how and telling(rival.tree, other) == own and other.point.case is not None
    ]
    if not alike:
        return State.KEPT, ""
    same = f"{what}; {alike[0].id}, which asks for something else, ends in the same way"
    if example.point.policy.verb is Verb.UNSPECIFIED:
        return State.UNDECIDED, f"{what}; {alike[0].id} ends in the same way, but nothing is asked of this case"
    if outcome.how == "returned" and len(alike) < len(rivals):
        # A caller is meant to tell some by it; of an exception it is expected that it tells all.
        return State.UNDECIDED, f"{same}, though others don't"
    return State.BROKEN, same


def told_from_success(example: Example, exchange: Exchange, baseline: Baseline) -> bool:
    """Whether a result is plainly none of the client's results for success: nothing or False where those are something,
    or words of its own. Figures alone (the tally of a batch, the exit code of a command) say nothing of the kind."""
    successes = baseline.trees()
    case = example.point.case
    if not successes or (case is not None and case.no_data):
        return False  # of a case that there is nothing to give for, nothing is the answer
    value = exchange.outcome.value
    if value is None or value is False:
        return not any(other.get("", DATA) in (None, False) for other in successes)
    tree = without_figures(mask(baseline.settled(exchange.tree), bodies.free_values(example.point, example.body)))
    return all(told_apart(tree, without_figures(other)) for other in successes)


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


def said(example: Example, tree: Tree) -> bool:
    """Whether the code, or without one the status or what the body says, is in a text: a person reads it there, and a
    program could."""
    point = example.point
    if point.code is not None:
        return holds(tree, point.code, in_text=True)
    texts = [leaf for path, leaf in tree.items() if isinstance(leaf, str) and not path.endswith(CLASS)]
    return holds(tree, point.status, in_text=True) or any(part in text for text in texts for part in _spoken(example))


def _spoken(example: Example) -> list[str]:
    """A body without a code as a text may have it: whole, or one of its own texts."""
    body = example.body
    if not isinstance(body, (dict, list)) or not body:
        return []
    whole = [str(body), json.dumps(body), json.dumps(body, ensure_ascii=False)]
    return whole + [leaf for leaf in bodies.leaves(body) if isinstance(leaf, str) and len(leaf) >= 3]


def telling(tree: Tree, example: Example) -> Tree:
    """What of a result a program can go by: classes, numbers, single words; no sentences, nothing generated."""
    generated = {str(v) for v in bodies.free_values(example.point, example.body)}
    return {
        path: leaf
        for path, leaf in tree.items()
        if str(leaf) not in generated and (not isinstance(leaf, str) or _WORD.fullmatch(leaf))
    }
