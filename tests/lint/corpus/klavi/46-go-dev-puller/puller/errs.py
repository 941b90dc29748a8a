"""Errors are values. Nothing in this package raises on purpose."""
from dataclasses import dataclass
from typing import Final

BANK_DOWN: Final = 403
TOO_MANY_PASSWORDS: Final = 406
DUPLICATED_LOGIN: Final = 413
BANK_SECURITY: Final = 414
REGISTRATION_PENDING: Final = 415
TOO_MANY_REQUESTS: Final = 429
INSTITUTION_DOWN: Final = 432
INTERNAL: Final = 500

MINUTE: Final = 60
HOUR: Final = 60 * MINUTE


@dataclass(frozen=True)
class Err:
    code: int
    message: str

    def __str__(self) -> str:
        return f"klavi: {self.message} (code {self.code})"


NIL = None


def temporary(err: Err) -> bool:
    return err.code in (TOO_MANY_REQUESTS, INSTITUTION_DOWN, INTERNAL, DUPLICATED_LOGIN)


def parked_for(err: Err) -> int:
    """Seconds before the job may run again, zero if it may not be parked."""
    if err.code == REGISTRATION_PENDING:
        return 30 * MINUTE
    if err.code in (TOO_MANY_PASSWORDS, BANK_SECURITY):
        return 12 * HOUR
    return 0
