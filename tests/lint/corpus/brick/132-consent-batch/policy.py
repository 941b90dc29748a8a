"""When a consent request may be sent again, and after how long."""
from __future__ import annotations

from tenacity import RetryCallState
from tenacity.wait import wait_base

TRANSIENT = {
    "ERRO_CHAMADA_API",
    "TIMEOUT_CHAMADA_API",
    "TIMEOUT_FLUXO_REFRESH_TOKEN",
}
FEW_MINUTES = 180.0
MAX_ATTEMPTS = 8


class BrickError(Exception):
    def __init__(self, status: int, code: str, detail: str) -> None:
        super().__init__(f"{status}/{code}: {detail}")
        self.status = status
        self.code = code
        self.detail = detail


def transient(exc: BaseException) -> bool:
    if not isinstance(exc, BrickError):
        return False
    return exc.code in TRANSIENT or 500 <= exc.status < 510


class wait_for_brick(wait_base):
    """Some minutes where the other institution is slow, else 3, 6, 12 … seconds."""

    def __call__(self, retry_state: RetryCallState) -> float:
        exc = retry_state.outcome.exception() if retry_state.outcome else None
        if isinstance(exc, BrickError) and exc.code in TRANSIENT:
            return FEW_MINUTES
        return 3.0 * 2 ** (retry_state.attempt_number - 1)
