from __future__ import annotations

import functools
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ParamSpec, TypeVar

import requests

P = ParamSpec("P")
R = TypeVar("R")
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class KhipuFault:
    code: str
    type: str
    description: str


class KhipuException(Exception):
    def __init__(self, fault: KhipuFault) -> None:
        super().__init__(f"{fault.code}: {fault.description}")
        self.fault = fault


class Hiccup(KhipuException):
    pass


class UnderRepair(KhipuException):
    pass


class Rejected(KhipuException):
    pass


_BY_TYPE: dict[str, type[KhipuException]] = {
    "RETRY_IMMEDIATELY": Hiccup,
    "WAIT_4_HOURS_BEFORE_RETRY": UnderRepair,
    "DO_NOT_RETRY": Rejected,
}


def retry_hiccups(times: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    def decorate(func: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(func)
        def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
            for attempt in range(1, times):
                try:
                    return func(*args, **kwargs)
                except Hiccup as exc:
                    logger.info("attempt %d: %s", attempt, exc)
                    time.sleep(attempt)
            return func(*args, **kwargs)

        return wrapper

    return decorate


class KhipuGateway:
    def __init__(self, token: str, base_url: str = "https://api.khipu.com") -> None:
        self._base_url = base_url
        self._session = requests.Session()
        self._session.headers["Authorization"] = f"Bearer {token}"

    @retry_hiccups(times=3)
    def post(self, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        response = self._session.post(self._base_url + path, json=payload, timeout=60)
        body = response.json()
        if body["Status"] == "OK":
            return body["Data"]
        error = body["Error"]
        fault = KhipuFault(error["Code"], error["Type"], error["Description"])
        raise _BY_TYPE.get(fault.type, KhipuException)(fault)
