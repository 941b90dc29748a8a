"""Which of the requests that arrived are attempts at the same one, and what lay between them. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from .actions import Hit
from .drive import Exchange

IDEMPOTENCY_KEY: Final = re.compile(r"idempoten")
_CREDENTIAL: Final = re.compile(r"auth|token|cookie|credential|session|secret|jwt|signature|api-?key|user(?!-agent)")


@dataclass(frozen=True, slots=True)
class Attempts:
    """The same request, each time it got the case or came after it. remedied: something else changed in between."""

    hits: tuple[Hit, ...] = ()
    remedied: bool = False

    @property
    def gaps(self) -> tuple[float, ...]:
        """Virtual seconds between one attempt and the next."""
        return tuple(b.at - a.at for a, b in zip(self.hits, self.hits[1:], strict=False))

    @property
    def skipped(self) -> tuple[float, ...]:
        """Of each gap, what the client asked to wait."""
        return tuple(b.skipped - a.skipped for a, b in zip(self.hits, self.hits[1:], strict=False))


def attempts(exchange: Exchange) -> Attempts:
    """The request that was sent most often after it got the case, with its resends. A resend ends with the reply that
    is no longer the case."""
    by_key: dict[tuple[str, str, bytes], list[int]] = {}
    for number, hit in enumerate(exchange.hits):
        if hit.action.role in ("case", "success"):
            by_key.setdefault(hit.request.key, []).append(number)
    best: list[int] = []
    for numbers in by_key.values():
        chain: list[int] = []
        for number in numbers:
            chain.append(number)
            if exchange.hits[number].action.role != "case":
                break
        if exchange.hits[chain[0]].action.role == "case" and len(chain) > len(best):
            best = chain
    if not best:
        return Attempts()
    hits = tuple(exchange.hits[n] for n in best)
    between = exchange.hits[best[0] : best[-1] + 1]
    # Another request that was answered with something else than the case: a new token, a state that was looked up.
    answered = any(h.action.role != "case" and h.request.key != hits[0].request.key for h in between)
    return Attempts(hits, answered or len({credentials(h) for h in hits}) > 1)


def credentials(hit: Hit) -> tuple[tuple[str, str], ...]:
    """The headers that say who asks: a change of theirs is a remedy."""
    named = [(n, v) for n, v in hit.request.headers.items() if _CREDENTIAL.search(n) and not IDEMPOTENCY_KEY.search(n)]
    return tuple(sorted(named))
