"""Error hierarchy for the Klavi connector."""
from __future__ import annotations


class KlaviError(Exception):
    def __init__(self, code: int, message: str) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message


class BadCredentials(KlaviError):
    pass


class Frozen(KlaviError):
    """Too many wrong passwords, or the bank asked us to stay away for a day."""


class Unavailable(KlaviError):
    pass


TABLE = {
    402: BadCredentials,
    403: Unavailable,
    406: Frozen,
    414: Frozen,
    432: Unavailable,
    433: BadCredentials,
    434: BadCredentials,
    435: BadCredentials,
}


def error_for(code: int, message: str) -> KlaviError:
    return TABLE.get(code, KlaviError)(code, message)
