from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

import requests

from faults import FaultMeta, KhipuFault
from observers import observed

ATTEMPTS = 3


@dataclass
class Statement:
    link: str
    movements: list[dict[str, Any]] = field(default_factory=list)


class Api:
    def __init__(self, token: str, base_url: str = "https://api.khipu.com/v1/cl") -> None:
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers.update({"Authorization": f"Bearer {token}"})
        self.session.hooks["response"] = [self._inspect]

    @staticmethod
    def _inspect(response: requests.Response, *args: Any, **kwargs: Any) -> None:
        error = response.json().get("Error")
        if error:
            raise FaultMeta.lookup(error["Code"])(error["Code"], error["Type"], error["Description"])

    def post(self, path: str, payload: dict[str, Any]) -> Any:
        attempt = 0
        while True:
            attempt += 1
            try:
                return self.session.post(self.base_url + path, json=payload, timeout=90).json()["Data"]
            except KhipuFault as fault:
                if not fault.transient or attempt >= ATTEMPTS:
                    raise
                time.sleep(5)


def statement(api: Api, link: str, username: str, password: str) -> Statement:
    result = Statement(link)
    with observed(link):
        data = api.post(f"/banks/{link}/movements", {"Username": username, "Password": password})
        result.movements.extend(data["Movements"])
    return result
