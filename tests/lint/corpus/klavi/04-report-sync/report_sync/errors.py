from __future__ import annotations

TRANSIENT_CODES = frozenset({408, 429, 500, 502, 503, 504})


class KlaviError(Exception):
    def __init__(self, code: int, message: str, instructions: str | None = None) -> None:
        super().__init__(f"Klavi error {code}: {message}")
        self.code = code
        self.message = message
        self.instructions = instructions


class KlaviTransientError(KlaviError):
    """Expected to go away by itself."""


class KlaviPermanentError(KlaviError):
    pass


def error_for(code: int, message: str) -> KlaviError:
    cls = KlaviTransientError if code in TRANSIENT_CODES else KlaviPermanentError
    return cls(code, message)
