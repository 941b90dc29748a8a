"""A success reply that the client does not take for one: nothing can be compared with it, so the check says so."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from ..contracts.wording import counted
from .bodies import leaves
from .drive import Exchange
from .recognise import Baseline
from .survive import crashed, lacked, place
from .trial import WrongUse

_NAME: Final = re.compile(r"[A-Za-z0-9_.-]{1,64}")
CHECK: Final = "the `success` of check()"
MARKER: Final = "the `success` of the marker"
MEND: Final = (
    "give `success` all that the operation answers when all is well, errpact.Reply(201, …) where another status than "
    '200 says so, and routes={"POST /path": …} for requests that are answered otherwise, such as a token\'s'
)


class UnusableSuccess(WrongUse):
    """The client ends in an error, or not at all, on the consumer's own success reply."""


def configured(provider: str) -> str:
    """The name of a success reply that stands in the configuration."""
    return f"[tool.errpact.pytest] success.{provider}"


def refusal(baseline: Baseline, where: str) -> str:
    """What the client did on the success reply instead of accepting it, and how to mend it; empty if it accepted it.
    where: the name of that reply. No values of the reply, of what the client lacked its name."""
    exchange = baseline.exchange
    if exchange is None or not exchange.succeeded or _accepted(exchange):
        # Without a request for it there is something else to mend, which the first example tells.
        return ""
    return f"{where}: {_ended(exchange)} after {_asked(exchange)}, so there is nothing to compare with; {MEND}"


def _accepted(exchange: Exchange) -> bool:
    """Whether the call gave a result. A command that exits with 0 has ended well."""
    outcome = exchange.outcome
    if outcome.how != "raised":
        return outcome.how == "returned"
    if isinstance(outcome.error, SystemExit):
        return outcome.error.code in (None, 0)
    return getattr(outcome.error, "exit_code", None) == 0  # what command line libraries have in its place


def _ended(exchange: Exchange) -> str:
    error = exchange.outcome.error
    if exchange.runaway or error is None or exchange.outcome.how == "stopped":
        at = f", it was at {exchange.outcome.place}" if exchange.outcome.place else ""
        return f"the client did not end ({counted(len(exchange.hits), 'request')}{at})"
    given = {str(leaf) for hit in exchange.hits for leaf in leaves(hit.action.reply.body)}
    return f"the client raised {type(error).__name__} at {place(error)}{_lacked(error, given)}"


def _lacked(error: BaseException, given: Collection[str]) -> str:
    """What the client did not find in the reply, as far as the error or those behind it say so. given: the values that
    it got; one that it looked up in a table of its own is nobody's to print."""
    behind, seen = error, {id(error)}
    while not (names := {name for name in lacked(behind) if _NAME.fullmatch(name) and name not in given}):
        following = behind.__cause__ or behind.__context__
        if following is None or id(following) in seen:
            break
        behind = following
        seen.add(id(behind))
    if names:
        return f" (it looked for {', '.join(map(repr, sorted(names)))})"
    # Their texts hold names and types only.
    return f" ({error})" if type(error) in (TypeError, AttributeError, IndexError) and crashed(error) else ""


def _asked(exchange: Exchange) -> str:
    """The requests that got the success reply, by method and path."""
    got = [hit for hit in exchange.hits if hit.action.role == "success"]
    shown = list(dict.fromkeys(f"{hit.request.shown} (status {hit.action.reply.status})" for hit in got))
    more = f" and {counted(len(shown) - 3, 'more request')}" if len(shown) > 3 else ""
    return f"it was sent to {', '.join(shown[:3])}{more}"
