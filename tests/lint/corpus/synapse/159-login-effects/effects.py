"""Tiny effect system: flows are generators that yield what they want done."""
from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from collections.abc import Generator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any


@dataclass(frozen=True)
class Post:
    path: str
    payload: dict[str, Any]


@dataclass(frozen=True)
class Pause:
    length: timedelta


@dataclass(frozen=True)
class Reply:
    http: int
    body: dict[str, Any]

    @property
    def code(self) -> str:
        return str(self.body.get("error_code", ""))

    @property
    def text(self) -> str:
        return (self.body.get("error") or {}).get("en", "")


Flow = Generator[Post | Pause, Any, Any]


class Runner:
    def __init__(self, base_url: str, headers: dict[str, str]) -> None:
        self._base_url = base_url
        self._headers = {"Content-Type": "application/json", **headers}

    def run(self, flow: Flow) -> Any:
        answer: Any = None
        while True:
            try:
                effect = flow.send(answer)
            except StopIteration as stop:
                return stop.value
            match effect:
                case Post(path, payload):
                    answer = self._post(path, payload)
                case Pause(length):
                    answer = time.sleep(length.total_seconds())

    def _post(self, path: str, payload: dict[str, Any]) -> Reply:
        request = urllib.request.Request(
            self._base_url + path, json.dumps(payload).encode(), self._headers, method="POST"
        )
        try:
            with urllib.request.urlopen(request, timeout=60) as response:
                return Reply(response.status, json.load(response))
        except urllib.error.HTTPError as exc:
            return Reply(exc.code, json.load(exc))
