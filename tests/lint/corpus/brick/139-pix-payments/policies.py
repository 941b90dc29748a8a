"""Which failure may be sent again, and when.

The delays are Brick's own: the published schedule for 50x, and "some minutes" for a partner institution that
didn't answer. Everything else is for a human or for the caller.
"""
from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from errors import BrickError

PARTNER_DOWN: Final = frozenset({"ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API"})


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    name: str
    delays: tuple[float, ...] = ()

    def delay_before(self, resend: int) -> float | None:
        """Seconds before the resend number `resend` (from 0), or None when we give up."""
        return self.delays[resend] if resend < len(self.delays) else None


SERVER_SIDE: Final = RetryPolicy("50x", tuple(3.0 * 2**n for n in range(5)))
PARTNER_SIDE: Final = RetryPolicy("partner", (180.0, 300.0))
GIVE_UP: Final = RetryPolicy("none")


def policy_for(error: BrickError) -> RetryPolicy:
    if 500 <= error.status <= 505:
        return SERVER_SIDE
    if error.status == 400 and error.code in PARTNER_DOWN:
        return PARTNER_SIDE
    return GIVE_UP
