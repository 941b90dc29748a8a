"""Exceptions of the consent-maintenance API ("update user data")."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any


class UpdateError(Exception):
    def __init__(self, code: int, message: str) -> None:
        super().__init__(f"klavi answered {code}: {message}")
        self.code = code
        self.message = message


Factory = Callable[[int, str], UpdateError]
_FACTORIES: dict[int, Factory] = {}


def register(*codes: int) -> Callable[[Any], Any]:
    def decorate(factory: Any) -> Any:
        _FACTORIES.update(dict.fromkeys(codes, factory))
        return factory

    return decorate


def factory_for(code: int) -> Factory | None:
    return _FACTORIES.get(code)


@register(600)
class InvalidRoute(UpdateError):
    pass


@register(602)
class InvalidBody(UpdateError):
    pass


@register(701, 702, 703)
class PartnerCredentials(UpdateError):
    pass


@register(704)
def no_permission(code: int, message: str) -> UpdateError:
    error = PartnerCredentials(code, message)
    error.add_note("ask our Klavi account manager to enable 'update user data'")
    return error
