"""Fault classes, found by `error_code`."""
from __future__ import annotations

from typing import Any, Callable, TypeVar

F = TypeVar("F", bound="type[SynapseFault]")


class SynapseFault(Exception):
    attempts = 1
    pause = 0.0

    def __init__(self, http_code: str, error_code: str, body: dict[str, Any]) -> None:
        error = body.get("error")
        text = error.get("en") if isinstance(error, dict) else error
        super().__init__(f"{http_code}/{error_code}: {text}")
        self.http_code = http_code
        self.error_code = error_code
        self.body = body


class Factory:
    def __init__(self) -> None:
        self._classes: dict[str, type[SynapseFault]] = {}

    def register(self, *codes: str) -> Callable[[F], F]:
        def inner(cls: F) -> F:
            self._classes.update((code, cls) for code in codes)
            return cls

        return inner

    def create(self, http_code: str, error_code: str, body: dict[str, Any]) -> SynapseFault:
        return self._classes.get(error_code, SynapseFault)(http_code, error_code, body)


factory = Factory()


@factory.register("100", "110", "120", "300")
class AccessFault(SynapseFault):
    pass


@factory.register("200", "400", "404", "410", "450", "460")
class RequestFault(SynapseFault):
    pass


@factory.register("429")
class Throttled(SynapseFault):
    pass


@factory.register("500")
class ServerFault(SynapseFault):
    """Internal error at Synapse."""

    attempts = 3
    pause = 60.0


@factory.register("503")
class Maintenance(SynapseFault):
    attempts = 3
    pause = 600.0
