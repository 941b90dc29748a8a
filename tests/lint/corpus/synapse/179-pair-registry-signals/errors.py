from __future__ import annotations

from collections.abc import Callable
from typing import Any

Pair = tuple[str, str]
_PAIRS: dict[Pair, type["SynapseError"]] = {}
_CODES: dict[str, type["SynapseError"]] = {}


class SynapseError(Exception):
    """http_code and error_code always travel together: 500 alone says nothing."""

    def __init__(self, pair: Pair, text: str, body: dict[str, Any]) -> None:
        super().__init__(f"{pair[0]}/{pair[1]}: {text}")
        self.pair = pair
        self.text = text
        self.body = body

    @property
    def http_code(self) -> str:
        return self.pair[0]

    @property
    def error_code(self) -> str:
        return self.pair[1]


def on_pair(http_code: str, error_code: str) -> Callable[[type[SynapseError]], type[SynapseError]]:
    def register(cls: type[SynapseError]) -> type[SynapseError]:
        _PAIRS[http_code, error_code] = cls
        return cls

    return register


def on_code(*codes: str) -> Callable[[type[SynapseError]], type[SynapseError]]:
    def register(cls: type[SynapseError]) -> type[SynapseError]:
        _CODES.update({code: cls for code in codes})
        return cls

    return register


@on_pair("503", "503")
class TryLater(SynapseError):
    pass


@on_pair("400", "410")
class ResyncNotSupported(SynapseError):
    pass


@on_pair("401", "110")
class RelinkNeeded(SynapseError):
    pass


@on_code("100", "110", "120", "300")
class AccessDenied(SynapseError):
    pass


@on_code("10")
class ActionPending(SynapseError):
    """Accepted, but the user has something to do first."""


def error_from(http_status: int, body: dict[str, Any]) -> SynapseError:
    pair = str(body.get("http_code", http_status)), str(body.get("error_code", ""))
    error = body.get("error")
    text = error.get("en", "") if isinstance(error, dict) else str(error or "")
    cls = _PAIRS.get(pair) or _CODES.get(pair[1]) or SynapseError
    return cls(pair, text, body)
