"""Maps SynapseFI's error_code to our exceptions."""
from __future__ import annotations

from typing import Any


class BankException(Exception):
    def __init__(self, error_code: str, body: dict[str, Any]) -> None:
        super().__init__(f"{type(self).__name__}({error_code}): {body.get('error', {})}")
        self.error_code = error_code
        self.body = body


class TransientBankException(BankException):
    pass


class LoginException(BankException):
    pass


class PendingException(BankException):
    pass


class ConfigurationException(BankException):
    pass


class BankExceptionMapper:
    def __init__(self) -> None:
        self._types: dict[str, type[BankException]] = {}
        self._register(PendingException, "10")
        self._register(ConfigurationException, "100", "120", "300")
        self._register(LoginException, "110", "200", "400")
        self._register(TransientBankException, "429", "500", "503")

    def _register(self, kind: type[BankException], *codes: str) -> None:
        for code in codes:
            self._types[code] = kind

    def lookup(self, body: dict[str, Any]) -> BankException | None:
        code = str(body.get("error_code", "0"))
        kind = self._types.get(code)
        return kind(code, body) if kind else None
