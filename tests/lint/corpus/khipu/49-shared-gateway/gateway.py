"""Base for our JSON-over-HTTP integrations. Subclasses judge answers, this class sends."""
from __future__ import annotations

import abc
import enum
import logging
import time
from typing import Any, ClassVar

import requests

log = logging.getLogger(__name__)


class Verdict(enum.Enum):
    ACCEPT = enum.auto()
    AGAIN = enum.auto()
    RENEW = enum.auto()
    REJECT = enum.auto()


class GatewayError(Exception):
    """Any failure of any partner."""


class JsonGateway(abc.ABC):
    max_sends: ClassVar[int] = 3
    pause: ClassVar[float] = 2.0

    def __init__(self, base_url: str, session: requests.Session | None = None) -> None:
        self.base_url = base_url.rstrip("/")
        self.session = session or requests.Session()

    # -- what a partner defines -------------------------------------------------
    @abc.abstractmethod
    def judge(self, status: int, doc: dict[str, Any]) -> Verdict: ...

    @abc.abstractmethod
    def failure(self, status: int, doc: dict[str, Any]) -> GatewayError: ...

    def renew(self) -> None:
        raise NotImplementedError(f"{type(self).__name__} has nothing to renew")

    def headers(self) -> dict[str, str]:
        return {}

    # -- shared ----------------------------------------------------------------
    def send(self, method: str, path: str, **kwargs: Any) -> dict[str, Any]:
        renewed = False
        sends = 0
        while True:
            resp = self.session.request(
                method, self.base_url + path, headers=self.headers(), timeout=(5, 90), **kwargs
            )
            sends += 1
            doc = self._document(resp)
            verdict = self.judge(resp.status_code, doc)
            if verdict is Verdict.ACCEPT:
                return doc
            if verdict is Verdict.RENEW and not renewed:
                renewed = True
                self.renew()
                continue
            if verdict is Verdict.AGAIN and sends < self.max_sends:
                log.info("%s: sending again (%d)", path, sends)
                time.sleep(self.pause)
                continue
            raise self.failure(resp.status_code, doc)

    @staticmethod
    def _document(resp: requests.Response) -> dict[str, Any]:
        try:
            doc = resp.json()
        except ValueError:
            return {}
        return doc if isinstance(doc, dict) else {"items": doc}
