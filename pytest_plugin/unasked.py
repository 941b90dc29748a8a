"""What to tell of a call that asked nothing of the base URL that it was given, and how to mend it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Final

from .drive import Exchange
from .survive import place

ELSEWHERE: Final = ("event loop is closed", "different loop", "different event loop", "no running event loop")
"""What asyncio says of things that belong to another event loop than the one that runs."""


def told(exchange: Exchange, *, before: bool) -> tuple[str, BaseException | None]:
    """The message, and the exception to be shown with it, where that helps. before: another call of the same test
    did ask."""
    if exchange.foreign:
        host, port = exchange.foreign[0]
        return (
            f"call asked {host}:{port} and never the base URL that it was given; "
            "make the client's address configurable and pass base_url on"
        ), None
    outcome = exchange.outcome
    error = outcome.error
    if isinstance(outcome.value, Iterator):
        return _lazy(outcome.value, "`lambda base_url: list(client(base_url))`"), None
    if isinstance(outcome.value, AsyncIterator):
        return _lazy(outcome.value, "`[each async for each in client(base_url)]` in an async function"), None
    how = f"it raised {type(error).__name__} at {place(error)}" if error is not None else "it returned normally"
    if error is not None and _of_another_loop(error):
        return (
            f"call never asked the server at the base URL ({how}): its session, lock or connection belongs to an event "
            "loop that has ended, or none; each call has a loop of its own: make the session inside the call"
        ), None
    if before:
        return (
            f"call never asked the server at the base URL ({how}), though an earlier call did: the client keeps "
            "something from one call to the next, such as a circuit breaker that is open, a cache or a session that "
            "is closed; make that anew in each call, or reset it there"
        ), None
    if error is not None:
        how = f"it raised {type(error).__name__}: {error}"
    return (
        f"call never asked the server at the base URL ({how}); "
        "build the client with the base_url of each call and use it"
    ), error


def _lazy(value: object, instead: str) -> str:
    kind = type(value).__name__
    return (
        f"call returned {kind} that nobody has asked for anything, so no request was sent; iterate over it: {instead}"
    )


def _of_another_loop(error: BaseException) -> bool:
    """Whether an error, or one behind it, says that something belongs to another event loop."""
    behind: BaseException | None = error
    seen: set[int] = set()
    while behind is not None and id(behind) not in seen:
        if isinstance(behind, RuntimeError) and any(words in str(behind).lower() for words in ELSEWHERE):
            return True
        seen.add(id(behind))
        behind = behind.__cause__ or behind.__context__
    return False
