"""Starts a crawl and waits until Klavi lets us in."""
from __future__ import annotations

import time
from typing import Any

import requests


class CrawlError(Exception):
    def __init__(self, reply: dict[str, Any]) -> None:
        super().__init__(reply.get("message"))
        self.code = reply.get("code")
        self.reply = reply


class CrawlIncomplete(CrawlError):
    pass


RETRY_HINTS = ("try again", "not available", "too many requests", "not finished")
PAUSE = 90
ROUNDS = 3


def looks_temporary(message: str | None) -> bool:
    text = (message or "").casefold()
    return any(hint in text for hint in RETRY_HINTS)


class Crawler:
    def __init__(self, token: str, root: str = "https://api.klavi.ai/open-data/v1") -> None:
        self.root = root
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"

    def _once(self, payload: dict[str, str]) -> dict[str, Any]:
        return self.session.post(f"{self.root}/crawls", json=payload, timeout=120).json()

    def crawl(self, cpf: str, agency: str, account: str, password: str) -> dict[str, Any]:
        payload = {"cpf": cpf, "agency": agency, "account": account, "password": password}
        reply = self._once(payload)
        for _ in range(ROUNDS):
            if reply["code"] == 200 or not looks_temporary(reply.get("message")):
                break
            time.sleep(PAUSE)
            reply = self._once(payload)
        if reply["code"] in (201, 202, 203):
            raise CrawlIncomplete(reply)
        if reply["code"] != 200:
            raise CrawlError(reply)
        return reply["data"]
