"""Conditions of which it is open what they give: whether the doubt concerns the reply, which answer is the likely one,
and the paths of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .core import Source
from .state import State
from .values import Made, Unk, Value, field_of, key_of, tainted


def of_successes(value: Value) -> bool:
    """Whether an unknown was made of replies that simply succeed, and of no other: there are such that give either
    answer."""
    kinds: set[str] = set()
    todo: list[Any] = [value.key] if isinstance(value, Unk) else []
    while todo:
        key = todo.pop()
        if isinstance(key, tuple):
            todo.extend(key)
        elif isinstance(key, Source):
            kinds.add(key.kind)
    return kinds == {"ok"}


def there(st: State, values: list[Value]) -> bool | None:
    """The answer that something is there which a success gave before the request (`if not token`, `token is None`): so
    it is as a rule, and nothing of a reply that came later changes it. None where something else is in doubt."""
    answers = {_there_of(st, value) for value in values}
    return answers.pop() if len(answers) == 1 else None


def _there_of(st: State, value: Value) -> bool | None:
    match value:
        case Unk(key=("is" | "is not" as op, (Source() as source, str()), ("const", "NoneType", None))):
            answer = op == "is not"
        case Unk(key=(Source() as source, str())):
            answer = True
        case _:
            return None
    place, before = source.request[:2], source.request[3:] == (0,)  # a token's request says whether it came before
    before = before or (place in st.answered and place not in st.later)
    return answer if source.kind == "ok" and before else None


def unlike(values: list[Value]) -> bool | None:
    """The answer for a text without the words that a condition looks for: there is always one that hasn't them, since
    the page doesn't promise any. None where something else than text is in doubt."""
    if not values or any(field_of(v) != "message" for v in values):
        return None
    return all(isinstance(v, Unk) and isinstance(v.key, tuple) and v.key[:1] == ("not",) for v in values)


def perhaps(st: State, sure: int, maybe: int, answer: bool, site: Any, kind: tuple[Any, bool, str]) -> Iterator[State]:
    """The states of one answer to an open question: one for the points that surely give it, one for those that may.

    kind: the open part's identity, whether the value depends on the point, and "perhaps" if the doubt concerns the
    reply, "others" if other items than that of the reply give this answer.
    """
    key, depends, doubt = kind
    if sure:
        certain = st.fork(sure)
        certain.note("branch", site, str(answer).lower())
        yield certain
    state = st.fork(maybe)
    state.forks += 1
    if key is not None:
        # The same unknown is the same whenever it is asked again on this path.
        state.assumed = {**state.assumed, key: answer}
    if doubt == "perhaps":
        state.certain = False
        state.reasons = (*state.reasons, site)
    if doubt:
        state.note("branch", site, f"{doubt} {str(answer).lower()}")
    elif depends:
        state.note("branch", site, str(answer).lower())
    yield state


def lasting(value: Value) -> Any:
    """The identity of an unknown whose truth lasts along a path: a part of the reply, a parameter, its attribute."""
    if not isinstance(value, (Unk, Made)):
        return None
    key = key_of(value)
    head = key[0] if isinstance(key, tuple) and key else None
    if head in ("is", "is not") and isinstance(key[1], tuple) and key[1][:1] == ("given",):
        return key  # of this one value, which was given once
    if tainted(value) or head == "param" or (head == "attr" and isinstance(key[1], tuple) and key[1][:1] == ("param",)):
        return key
    return None
