"""The consumer's success reply without its data: what a client makes of it is success too, only an empty one; and with
other states in its data."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from ..contracts import Contract, Reply
from ..contracts.classify import at
from ..contracts.wording import names_state
from . import bodies
from .scripts import Success, success_reply


def emptied(success: Success, contract: Contract) -> list[Success]:
    """The success reply with its data emptied in several ways; places that tell success from error stay."""
    ways = (_without_items, _zeroed, _both, _without_members)
    pointers = {p.pointer for e in contract.envelopes for p in e.properties if p.field or p.const}

    def through(way: Callable[[Any], Any]) -> Success:
        def reply(request: Any) -> Reply:
            original = success_reply(success, request)
            if not isinstance(original.body, (dict, list)):
                return original
            return Reply(original.status, _restored(way(original.body), original.body, pointers), original.headers)

        return reply

    return [through(way) for way in ways]


UNSETTLED: Final = "errpact-unsettled"


def unsettled(value: Any, states: list[Any]) -> Any:
    """The success data with another state wherever a name says that one stands there. The states that there were are
    added to `states`."""
    if isinstance(value, list):
        return [unsettled(item, states) for item in value]
    if not isinstance(value, dict):
        return value
    found = {}
    for name, part in value.items():
        if names_state(name) and isinstance(part, str | bool):
            states.append(part)
            found[name] = not part if isinstance(part, bool) else UNSETTLED
        else:
            found[name] = unsettled(part, states)
    return found


def _restored(body: Any, original: Any, pointers: set[str]) -> Any:
    if isinstance(body, dict):
        for pointer in sorted(pointers):
            value = at(original, pointer)
            if value is not bodies.ABSENT and not isinstance(value, (dict, list)):
                bodies.put(body, pointer, value)
    return body


def _without_items(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_items(part) for key, part in value.items()}
    return [] if isinstance(value, list) else value


def _zeroed(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _zeroed(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_zeroed(part) for part in value]
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, str):
        return "0" if _numeric(value) else ""
    return type(value)(0)


def _numeric(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _both(value: Any) -> Any:
    return _zeroed(_without_items(value))


def _without_members(value: Any) -> Any:
    """Members that are objects emptied, or the only member removed."""
    if not isinstance(value, dict):
        return []
    return {key: {} if isinstance(part, dict) else _both(part) for key, part in value.items()}
