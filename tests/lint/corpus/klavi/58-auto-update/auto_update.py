"""Switches the automatic update of a Klavi connection on or off."""
from __future__ import annotations

import enum
import json
from dataclasses import dataclass

import urllib3
from urllib3.util import Retry


class Update(enum.IntEnum):
    OK = 200
    BAD_ROUTE = 600
    NOT_AUTHORISED_BY_USER = 601
    BAD_BODY = 602
    NO_PARTNER = 701
    PARTNER_INACTIVE = 702
    PARTNER_WRONG = 703
    NO_PERMISSION = 704
    BAD_FORMAT = 708

    @property
    def who(self) -> Who:
        match self:
            case Update.NOT_AUTHORISED_BY_USER:
                return Who.CUSTOMER
            case Update.BAD_ROUTE | Update.BAD_BODY | Update.BAD_FORMAT:
                return Who.DEVELOPER
            case _:
                return Who.ACCOUNT_MANAGER


class Who(enum.Enum):
    CUSTOMER = "ask the customer for consent"
    DEVELOPER = "fix our request"
    ACCOUNT_MANAGER = "check partner code, token and permissions"
    UNKNOWN = "read the message"


@dataclass(frozen=True, slots=True)
class Switched:
    connection: str
    enabled: bool


@dataclass(frozen=True, slots=True)
class Refused:
    connection: str
    code: int
    message: str
    who: Who


def refused(connection: str, code: int, message: str) -> Refused:
    try:
        who = Update(code).who
    except ValueError:
        who = Who.UNKNOWN
    return Refused(connection, code, message, who)


class AutoUpdate:
    # a connection that can't be opened has carried nothing yet
    RETRY = Retry(total=2, connect=2, read=0, redirect=0, status=0, other=0, backoff_factor=0.5)

    def __init__(self, base_url: str = "https://api.klavi.ai", partner: str = "", token: str = "") -> None:
        self._http = urllib3.PoolManager(retries=self.RETRY, timeout=20.0)
        self._url = f"{base_url}/data/v1/connection/auto-update"
        self._headers = {
            "content-type": "application/json",
            "x-partner-code": partner,
            "x-partner-token": token,
        }

    def switch(self, connection: str, enabled: bool) -> Switched | Refused:
        response = self._http.request(
            "POST",
            self._url,
            headers=self._headers,
            body=json.dumps({"connectionKey": connection, "allowAutoUpdate": enabled}),
        )
        answer = json.loads(response.data)
        code = int(answer["code"])
        if code == Update.OK:
            return Switched(connection, enabled)
        return refused(connection, code, answer.get("message", ""))


def summary(results: list[Switched | Refused]) -> str:
    lines = []
    for result in results:
        match result:
            case Switched(connection, True):
                lines.append(f"{connection}: on")
            case Switched(connection, False):
                lines.append(f"{connection}: off")
            case Refused(connection, code, message, who):
                lines.append(f"{connection}: {code} {message} ({who.value})")
    return "\n".join(lines)
