"""Errors raised by the Klavi client."""

from __future__ import annotations


class KlaviError(Exception):
    """Klavi answered with a code that is not a report."""

    def __init__(self, code: int | None, message: str, *, cpf: str) -> None:
        super().__init__(f"[{code}] {message}")
        self.code = code
        self.message = message
        self.cpf = cpf


class InvalidReplyError(KlaviError):
    """The reply was not the documented JSON envelope."""
