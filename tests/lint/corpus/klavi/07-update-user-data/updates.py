"""Turn the automatic refresh of a connection on or off ("update user data")."""
from __future__ import annotations

import enum
import logging
from typing import Any, ClassVar

import attrs
import httpx

log = logging.getLogger(__name__)


class Outcome(enum.Enum):
    ACCEPTED = "accepted"
    USER_MUST_ALLOW = "user must allow automatic updates first"


@attrs.define
class UpdateFault(Exception):
    code: int
    message: str

    registry: ClassVar[dict[int, type[UpdateFault]]] = {}

    def __str__(self) -> str:
        return f"{type(self).__name__} {self.code}: {self.message}"

    @classmethod
    def for_codes(cls, *codes: int):
        def register(kind: type[UpdateFault]) -> type[UpdateFault]:
            cls.registry.update(dict.fromkeys(codes, kind))
            return kind

        return register

    @classmethod
    def build(cls, code: int, message: str) -> UpdateFault:
        return cls.registry.get(code, cls)(code, message)


@UpdateFault.for_codes(600, 602, 708)
class OurRequestIsWrong(UpdateFault):
    """A bug on our side: route, body or format."""


@UpdateFault.for_codes(701, 702, 703, 704)
class PartnerAccount(UpdateFault):
    """Somebody has to look at the partner settings."""


def _log_request(request: httpx.Request) -> None:
    log.debug("-> %s %s", request.method, request.url)


def _check(response: httpx.Response) -> None:
    response.read()
    body = response.json()
    code = int(body["code"])
    if code not in (200, 601):
        raise UpdateFault.build(code, body.get("message", ""))


class Updates:
    def __init__(self, partner: str, token: str, base_url: str = "https://api.klavi.ai") -> None:
        self._http = httpx.Client(
            base_url=base_url,
            headers={"partner": partner, "token": token},
            event_hooks={"request": [_log_request], "response": [_check]},
            timeout=15,
        )

    def _send(self, connection_key: str, allow: bool) -> dict[str, Any]:
        return self._http.patch(
            "/connections", json={"connectionKey": connection_key, "allowAutoUpdate": allow}
        ).json()

    def allow(self, connection_key: str) -> Outcome:
        if int(self._send(connection_key, True)["code"]) == 601:
            return Outcome.USER_MUST_ALLOW
        return Outcome.ACCEPTED

    def forbid(self, connection_key: str) -> Outcome:
        body = self._send(connection_key, False)
        return Outcome.USER_MUST_ALLOW if int(body["code"]) == 601 else Outcome.ACCEPTED
