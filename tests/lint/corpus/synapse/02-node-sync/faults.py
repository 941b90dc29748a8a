from __future__ import annotations

from typing import Any, ClassVar


class SyncFault(Exception):
    """Anything that kept a node from being refreshed."""

    codes: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, http_code: str, error_code: str, text: str) -> None:
        super().__init__(f"{http_code}/{error_code}: {text}")
        self.http_code = http_code
        self.error_code = error_code
        self.text = text

    @classmethod
    def from_body(cls, body: dict[str, Any]) -> "SyncFault":
        code = body["error_code"]
        for kind in cls.__subclasses__():
            if code in kind.codes:
                break
        else:
            kind = cls
        return kind(body["http_code"], code, body["error"]["en"])


class BankDown(SyncFault):
    codes = frozenset({"503"})


class RelinkNeeded(SyncFault):
    codes = frozenset({"110"})


class RefreshUnsupported(SyncFault):
    codes = frozenset({"410"})


class Throttled(SyncFault):
    codes = frozenset({"429", "430"})
