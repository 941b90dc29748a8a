"""From a Link code to a usable connection, with the State pattern.

Each state does one thing and says which state comes next.
"""
from __future__ import annotations

import abc
import time
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, ClassVar

import requests


class ConnectionRefused(Exception):
    def __init__(self, code: int, text: str) -> None:
        super().__init__(f"{code}: {text}")
        self.code = code


@dataclass
class Link:
    link_code: str
    credentials_token: str | None = None
    accounts: list[dict[str, Any]] = field(default_factory=list)
    trail: list[str] = field(default_factory=list)


class Step(abc.ABC):
    terminal: ClassVar[bool] = False

    def __init__(self, api: Api) -> None:
        self.api = api

    @abc.abstractmethod
    def advance(self, link: Link) -> Step: ...


class Exchanging(Step):
    def advance(self, link: Link) -> Step:
        reply = self.api.post("v0/links/exchange-code", code=link.link_code)
        if not reply.ok:
            return Refused(self.api, reply)
        link.credentials_token = reply.json()["credentials_token"]
        return Active(self.api)


class Active(Step):
    def advance(self, link: Link) -> Step:
        reply = self.api.post("v0/bank/credentials/account", credentials_token=link.credentials_token)
        if reply.ok:
            link.accounts = reply.json()
            return Done(self.api)
        if reply.json().get("error_code") == 20002:
            return Collecting(self.api)
        return Refused(self.api, reply)


class Collecting(Step):
    pace = timedelta(seconds=20)
    patience = timedelta(minutes=20)

    def advance(self, link: Link) -> Step:
        for _ in range(self.patience // self.pace):
            time.sleep(self.pace.total_seconds())
            reply = self.api.post("v0/credentials/status", credentials_token=link.credentials_token)
            if not reply.ok:
                return Refused(self.api, reply)
            if reply.json().get("created"):
                return Active(self.api)
        raise TimeoutError(f"{link.credentials_token} is taking longer than {self.patience}")


class Done(Step):
    terminal = True

    def advance(self, link: Link) -> Step:
        return self


class Refused(Step):
    def __init__(self, api: Api, reply: requests.Response) -> None:
        super().__init__(api)
        self.reply = reply

    def advance(self, link: Link) -> Step:
        body = self.reply.json()
        raise ConnectionRefused(body["error_code"], body["error"])


class Api:
    def __init__(self, token: str, base_url: str = "https://api.flanks.io") -> None:
        self._base_url = base_url
        self._session = requests.Session()
        self._session.headers["Authorization"] = f"Bearer {token}"

    def post(self, path: str, **payload: Any) -> requests.Response:
        return self._session.post(f"{self._base_url}/{path}", json=payload, timeout=30)

    def connect(self, link_code: str) -> Link:
        link = Link(link_code)
        step: Step = Exchanging(self)
        while not step.terminal:
            link.trail.append(type(step).__name__)
            step = step.advance(link)
        return link
