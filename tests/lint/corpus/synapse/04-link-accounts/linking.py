from __future__ import annotations

import random
from typing import Callable

import requests

from models import Account, Fault, LinkFailed, NodeList

TEMPORARY = {500, 503}


class AccountLinker:
    """Links the accounts behind a bank login to one of our users."""

    def __init__(
        self,
        base_url: str,
        session: requests.Session,
        sleep: Callable[[float], None],
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self.base_url = base_url
        self.session = session
        self.sleep = sleep
        self.jitter = jitter

    def link(self, user_id: str, bank: str, login: str, password: str) -> list[Account]:
        delay = 30.0
        for left in (3, 2, 1, 0):
            resp = self.session.post(
                f"{self.base_url}/users/{user_id}/nodes",
                json={
                    "type": "ACH-US",
                    "info": {"bank_id": login, "bank_pw": password, "bank_name": bank},
                },
                timeout=60,
            )
            if resp.ok:
                return NodeList(**resp.json()).nodes
            fault = Fault(**resp.json())
            if fault.error_code in TEMPORARY and left:
                self.sleep(delay + self.jitter())
                delay *= 2
                continue
            raise LinkFailed(fault)
        return []
