from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

PENDING = "10"
SUCCESS = "0"


@attrs.frozen
class Failure:
    http_code: str
    error_code: str
    text: str

    @property
    def key(self) -> tuple[str, str]:
        return self.http_code, self.error_code


class SynapseError(Exception):
    def __init__(self, failure: Failure) -> None:
        super().__init__(f"{failure.http_code}/{failure.error_code}: {failure.text}")
        self.failure = failure


class RelinkNeeded(SynapseError):
    """The user has to go through bank login again."""


class RefreshUnavailable(SynapseError):
    """Temporary: the bank is in maintenance."""


class ActionPending(SynapseError):
    """Accepted, but the user (MFA, micro-deposits) or Synapse isn't done yet."""


_FACTORIES: dict[tuple[str, str], Callable[[Failure], SynapseError]] = {}


def on(http_code: str, error_code: str) -> Callable[[type[SynapseError]], type[SynapseError]]:
    def decorate(cls: type[SynapseError]) -> type[SynapseError]:
        _FACTORIES[http_code, error_code] = cls
        return cls

    return decorate


on("401", "110")(RelinkNeeded)
on("503", "503")(RefreshUnavailable)
on("202", PENDING)(ActionPending)


@attrs.frozen
class Result:
    """What came back. `data` raises unless the request was carried out to its end."""

    status: int
    body: dict[str, Any]

    @property
    def error(self) -> Failure | None:
        if self.status == 200 and self.body.get("error_code", SUCCESS) == SUCCESS:
            return None
        error = self.body.get("error") or {}
        return Failure(
            http_code=str(self.body.get("http_code") or self.status),
            error_code=str(self.body.get("error_code", "")),
            text=error.get("en", "") if isinstance(error, dict) else str(error),
        )

    @property
    def ok(self) -> bool:
        return self.error is None

    @property
    def data(self) -> dict[str, Any]:
        if (failure := self.error) is not None:
            raise _FACTORIES.get(failure.key, SynapseError)(failure)
        return self.body
