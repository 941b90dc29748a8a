"""Port and adapter for the Klavi "update user data" endpoint."""
from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from enum import IntEnum, unique
from typing import Final

import httpx


@unique
class UpdateCode(IntEnum):
    OK = 200
    INVALID_ROUTE = 600
    NOT_AUTHORIZED_BY_USER = 601
    BODY_INVALID = 602
    CREDENTIALS_MISSING = 701
    PARTNER_NOT_ACTIVATED = 702
    CREDENTIALS_INVALID = 703
    NO_ACCESS = 704
    FORMAT_INVALID = 708

    @property
    def is_ours(self) -> bool:
        """Something in our deployment has to change before any further request makes sense."""
        return self in _OUR_SIDE


_OUR_SIDE: Final = frozenset(UpdateCode) - {UpdateCode.OK, UpdateCode.NOT_AUTHORIZED_BY_USER}


class GatewayException(Exception):
    def __init__(self, code: int, message: str) -> None:
        super().__init__(f"[{code}] {message}")
        self.code = code
        self.message = message


class PartnerSetupException(GatewayException):
    """Raised for codes that a deployer has to look at."""


class ConsentMissingException(GatewayException):
    """The end user switched automatic updates off."""


@dataclass(frozen=True, slots=True)
class UpdateCommand:
    connection_key: str
    allow_auto_update: bool

    def to_wire(self) -> dict[str, object]:
        return {"connectionKey": self.connection_key, "allowAutoUpdate": self.allow_auto_update}


class UpdateGateway(ABC):
    @abstractmethod
    def submit(self, command: UpdateCommand) -> None:
        """Return normally only when Klavi accepted the update."""


class HttpUpdateGateway(UpdateGateway):
    PATH: Final = "/v1/user-data/update"
    CONNECT_ATTEMPTS: Final = 3

    def __init__(self, partner_code: str, partner_token: str, base_url: str = "https://api.klavi.ai") -> None:
        self._client = httpx.Client(
            base_url=base_url,
            headers={"x-partner-code": partner_code, "x-partner-token": partner_token},
            timeout=httpx.Timeout(30.0, connect=5.0),
        )

    def submit(self, command: UpdateCommand) -> None:
        body = self._exchange(command)
        raw = int(body["code"])
        text = str(body.get("message", ""))
        try:
            code = UpdateCode(raw)
        except ValueError:
            raise GatewayException(raw, text) from None
        if code is UpdateCode.OK:
            return
        if code.is_ours:
            raise PartnerSetupException(raw, f"{code.name}: {text}")
        raise ConsentMissingException(raw, text)

    def _exchange(self, command: UpdateCommand) -> dict:
        # the request never left this host when connect() fails, so it can be sent once more
        remaining = self.CONNECT_ATTEMPTS
        while True:
            remaining -= 1
            try:
                return self._client.post(self.PATH, json=command.to_wire()).json()
            except (httpx.ConnectError, httpx.ConnectTimeout):
                if remaining == 0:
                    raise
