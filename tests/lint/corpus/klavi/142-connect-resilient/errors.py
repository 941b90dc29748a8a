"""Errors of the klavi integration and their mood."""
from __future__ import annotations

from typing import Any, Final

# Things that pass by themselves.
PASSING: Final = frozenset({403, 414, 415, 429, 432, 500})

# The customer has to look at the form again.
FORM: Final = frozenset({402, 409, 410, 433, 434, 435})


class KlaviError(Exception):
    def __init__(self, code: int, message: str, body: dict[str, Any]) -> None:
        super().__init__(f"klavi {code}: {message}")
        self.code = code
        self.message = message
        self.body = body


class KlaviPassing(KlaviError):
    """Worth another attempt."""


class KlaviForm(KlaviError):
    """Wrong or incomplete input of the customer."""


def error_from(body: dict[str, Any]) -> KlaviError:
    code = int(body.get("code", -1))
    kind = KlaviPassing if code in PASSING else KlaviForm if code in FORM else KlaviError
    return kind(code, str(body.get("message", "")), body)
