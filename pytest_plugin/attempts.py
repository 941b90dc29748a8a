"""Which of the requests that arrived are attempts at the same one, and what lay between them. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from .actions import Hit
from .drive import Exchange
from .sameness import IDEMPOTENCY_KEY, groups

_CREDENTIAL: Final = re.compile(r"auth|token|cookie|credential|session|secret|jwt|signature|api-?key|user(?!-agent)")


@dataclass(frozen=True, slots=True)
class Attempts:
    """The same request, each time it got the case or came after it. remedied: something else changed in between.
    perhaps: more that may be the same; they differ in what `renewed` names alone, which is new each time."""

    hits: tuple[Hit, ...] = ()
    remedied: bool = False
    perhaps: Attempts | None = None
    renewed: tuple[str, ...] = ()

    @property
    def gaps(self) -> tuple[float, ...]:
        """Virtual seconds between one attempt and the next."""
        return tuple(b.at - a.at for a, b in zip(self.hits, self.hits[1:], strict=False))

    @property
    def skipped(self) -> tuple[float, ...]:
        """Of each gap, what the client asked to wait."""
        return tuple(b.skipped - a.skipped for a, b in zip(self.hits, self.hits[1:], strict=False))


def attempts(exchange: Exchange, earlier: Sequence[Hit] = ()) -> Attempts:
    """The request that was sent most often after it got the case, with its resends. A resend ends with the reply that
    is no longer the case. earlier: the requests of another run of the same call."""
    numbers = [n for n, hit in enumerate(exchange.hits) if hit.action.role in ("case", "success")]
    best: list[int] = []
    likely: list[int] = []
    renewed: tuple[str, ...] = ()
    for group in groups([exchange.hits[n] for n in numbers], earlier):
        chain = _chain(exchange, [numbers[n] for n in group.numbers])
        if group.renewed:
            if len(chain) > max(len(best), len(likely)):
                likely, renewed = chain, group.renewed
        elif len(chain) > len(best):
            best = chain
    found = _of(exchange, best)
    return replace(found, perhaps=_of(exchange, likely), renewed=renewed) if likely else found


def _chain(exchange: Exchange, numbers: Sequence[int]) -> list[int]:
    """Of the same requests those up to the first that did not get the case; none if the first did not."""
    chain: list[int] = []
    for number in numbers:
        chain.append(number)
        if exchange.hits[number].action.role != "case":
            break
    return chain if exchange.hits[chain[0]].action.role == "case" else []


def _of(exchange: Exchange, chain: Sequence[int]) -> Attempts:
    if not chain:
        return Attempts()
    hits = tuple(exchange.hits[n] for n in chain)
    others = (exchange.hits[n] for n in range(chain[0], chain[-1]) if n not in chain)
    # Another request that was answered with something else than the case: a new token, a state that was looked up.
    answered = any(h.action.role != "case" for h in others)
    return Attempts(hits, answered or len({credentials(h) for h in hits}) > 1)


def credentials(hit: Hit) -> tuple[tuple[str, str], ...]:
    """The headers that say who asks: a change of theirs is a remedy."""
    named = [(n, v) for n, v in hit.request.headers.items() if _CREDENTIAL.search(n) and not IDEMPOTENCY_KEY.search(n)]
    return tuple(sorted(named))
