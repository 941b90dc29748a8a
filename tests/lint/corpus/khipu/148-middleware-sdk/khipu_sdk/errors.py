from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from .models import Envelope, ErrorObject


class KhipuError(Exception):
    def __init__(self, error: ErrorObject, operation_id: str | None) -> None:
        super().__init__(f"{error.code}/{error.type}: {error.description} (operation {operation_id})")
        self.error = error
        self.operation_id = operation_id

    @property
    def code(self) -> str:
        return self.error.code


class Postponed(KhipuError):
    """Khipu has to repair something first."""

    retry_after = timedelta(hours=4)


class LogonError(KhipuError):
    pass


class ParameterError(KhipuError):
    pass


Factory = Callable[[ErrorObject, str | None], KhipuError]
_FACTORIES: dict[str, Factory] = {}


def register(advice: str) -> Callable[[Factory], Factory]:
    def decorate(factory: Factory) -> Factory:
        _FACTORIES[advice] = factory
        return factory

    return decorate


@register("DO_NOT_RETRY")
def _final(error: ErrorObject, operation_id: str | None) -> KhipuError:
    if error.code.startswith("E1"):
        return LogonError(error, operation_id)
    if error.code[:2] in ("E4", "P0"):
        return ParameterError(error, operation_id)
    return KhipuError(error, operation_id)


@register("WAIT_4_HOURS_BEFORE_RETRY")
def _postponed(error: ErrorObject, operation_id: str | None) -> KhipuError:
    return Postponed(error, operation_id)


def raise_for_error(envelope: Envelope) -> None:
    if envelope.status == "OK" and envelope.error is None:
        return
    error = envelope.error or ErrorObject("", "", f"status {envelope.status} without an error")
    factory = _FACTORIES.get(error.type, KhipuError)
    raise factory(error, envelope.operation_id)
