from __future__ import annotations

from datetime import timedelta


class KlaviError(Exception):
    """Any answer of Klavi that carries no report."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(f"klavi {code}: {message}")
        self.code = code
        self.message = message


class UserActionRequired(KlaviError):
    """The account holder has to do something at the bank or in our form."""


class PartnerSetupError(KlaviError):
    """Our credentials, signature or parameters are wrong."""


class NotBefore(KlaviError):
    """The user may connect again, but only after `delay`."""

    def __init__(self, code: int, message: str, delay: timedelta) -> None:
        super().__init__(code, message)
        self.delay = delay


class MalformedAnswer(Exception):
    pass


DELAYS = {
    406: timedelta(days=1),
    414: timedelta(days=1),
    415: timedelta(minutes=30),
}
USER = {402, 407, 408, 409, 410, 413, 416, 417, 418, 419, 420, 433, 434, 435}
PARTNER = {400, 401, 411, 412, 501, 502, 503, 504, 505}


def error_for(code: int, message: str) -> KlaviError:
    if code in DELAYS:
        return NotBefore(code, message, DELAYS[code])
    if code in USER:
        return UserActionRequired(code, message)
    if code in PARTNER:
        return PartnerSetupError(code, message)
    return KlaviError(code, message)
