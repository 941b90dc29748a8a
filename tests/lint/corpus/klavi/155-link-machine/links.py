"""Connects bank links and keeps their history."""
from __future__ import annotations

import logging
import os
import time
from dataclasses import dataclass, field
from typing import Any

import requests

from states import RESUME_AFTER, LinkState, next_state

log = logging.getLogger(__name__)

MAX_RUNS = int(os.environ.get("LINK_MAX_RUNS", "3"))


@dataclass
class Link:
    link_id: str
    institution: str
    login: str
    secret: str
    state: LinkState = LinkState.NEW
    accounts: list[dict[str, Any]] = field(default_factory=list)
    last_code: int | None = None
    last_message: str = ""

    def public(self) -> dict[str, Any]:
        shown = {"id": self.link_id, "state": self.state.value, "accounts": self.accounts}
        if self.state is not LinkState.CONNECTED:
            shown["problem"] = {"code": self.last_code, "message": self.last_message}
        return shown


class LinkService:
    def __init__(self, base_url: str | None = None, token: str | None = None) -> None:
        self.base_url = base_url or os.environ.get("KLAVI_URL", "https://api.klavi.ai")
        self.session = requests.Session()
        self.session.headers["Authorization"] = "Bearer " + (token or os.environ.get("KLAVI_TOKEN", ""))

    def connect(self, link: Link) -> Link:
        for run in range(1, MAX_RUNS + 1):
            code, message, data = self._send(link)
            link.state = next_state(code)
            link.last_code, link.last_message = code, message
            if link.state is LinkState.CONNECTED:
                link.accounts = data.get("accounts") or []
                return link
            if link.state is not LinkState.SCHEDULED or run == MAX_RUNS:
                log.warning("link %s ended as %s with %s", link.link_id, link.state.value, code)
                return link
            pause = RESUME_AFTER[code]
            log.info("link %s: code %s, next run in %d s", link.link_id, code, pause)
            time.sleep(pause)
        return link

    def _send(self, link: Link) -> tuple[int, str, dict[str, Any]]:
        body = self.session.post(
            f"{self.base_url}/open-data/v1/links",
            json={"institution": link.institution, "login": link.login, "password": link.secret},
            timeout=60,
        ).json()
        return int(body["code"]), body.get("message", ""), body.get("data") or {}
