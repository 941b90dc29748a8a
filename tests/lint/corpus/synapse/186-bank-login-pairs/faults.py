"""SynapseFI's answers as exceptions. The same error_code means different things on different surfaces, so the
registry is keyed by surface and pair (http_code, error_code); the general list answers for the rest."""
from __future__ import annotations

from enum import Enum
from typing import Any, Callable, TypeVar


class Surface(Enum):
    LOGIN = "bank login"
    SYNC = "sync"


class SynapseFault(Exception):
    def __init__(self, http_code: str, error_code: str, text: str, body: Any) -> None:
        super().__init__(f"{http_code}/{error_code}: {text}")
        self.http_code = http_code
        self.error_code = error_code
        self.text = text
        self.body = body


F = TypeVar("F", bound=type[SynapseFault])
_pairs: dict[tuple[Surface, str, str], type[SynapseFault]] = {}
_general: dict[str, type[SynapseFault]] = {}


def pair(surface: Surface, http_code: str, error_code: str) -> Callable[[F], F]:
    def register(cls: F) -> F:
        _pairs[surface, http_code, error_code] = cls
        return cls

    return register


def general(*error_codes: str) -> Callable[[F], F]:
    def register(cls: F) -> F:
        _general.update(dict.fromkeys(error_codes, cls))
        return cls

    return register


@general("10")
class ActionPending(SynapseFault):
    """Accepted, and somebody has to do something before it is done."""


@general("100", "120", "300", "410")
class NotAllowed(SynapseFault):
    """Client keys, fingerprint or permissions."""


@general("110")
class UserCredentials(SynapseFault):
    """oauth key of the user."""


@general("200", "400")
class Rejected(SynapseFault):
    """Payload or values."""


@general("404")
class Missing(SynapseFault):
    pass


@general("429")
class TooFast(SynapseFault):
    pass


@general("450")
class KeyInUse(SynapseFault):
    pass


@general("460")
class Failed(SynapseFault):
    pass


@general("500", "503")
class ServerTrouble(SynapseFault):
    pass


@pair(Surface.LOGIN, "400", "200")
class BankCredentials(Rejected):
    """Nearly always the user's bank credentials; else the payload, or a bank that isn't supported."""


@pair(Surface.LOGIN, "402", "460")
class NoAchAccount(Failed):
    pass


@pair(Surface.LOGIN, "402", "500")
class BankWantsUser(SynapseFault):
    """Locked, not set up, or the bank wants the user's attention: nothing of the server's."""


@pair(Surface.LOGIN, "503", "503")
class Maintenance(ServerTrouble):
    pass


@pair(Surface.SYNC, "503", "503")
class RefreshUnavailable(ServerTrouble):
    """The only one that is tried again later."""


@pair(Surface.SYNC, "400", "410")
class RefreshNotSupported(NotAllowed):
    pass


@pair(Surface.SYNC, "401", "110")
class Relink(UserCredentials):
    """The user goes through the bank login again."""


@pair(Surface.SYNC, "500", "500")
class UnknownRefreshError(SynapseFault):
    pass


def fault(surface: Surface, http_code: str, error_code: str, text: str, body: Any) -> SynapseFault:
    cls = _pairs.get((surface, http_code, error_code)) or _general.get(error_code, SynapseFault)
    return cls(http_code, error_code, text, body)
