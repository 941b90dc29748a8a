"""Tells the onboarding screens which step comes after a bank login through Klavi."""
from __future__ import annotations

import requests

from result import Outcome, Reply, Step

PARTIAL = {201, 202, 203}
RETYPE = {"402", "410", "433", "434", "435"}
SESSIONS = {413, 416, 436}
BANK_APP = {407, 408, 409, 417, 418, 419, 420}


def next_step(reply: Reply) -> Step:
    if reply.code == 200:
        return Step.DONE
    if reply.code in PARTIAL:
        return Step.PARTLY
    if reply.code in RETYPE:
        return Step.RETYPE
    if reply.code in SESSIONS:
        return Step.CLOSE_SESSIONS
    if reply.code in (406, 414):
        return Step.TOMORROW
    if reply.code == 415:
        return Step.HALF_HOUR
    if reply.code in BANK_APP:
        return Step.BANK_APP
    return Step.SUPPORT


class Onboarding:
    def __init__(self, base_url: str, session: requests.Session, token_of) -> None:
        self.base_url = base_url
        self.session = session
        self.token_of = token_of

    def login(self, user_id: str, form: dict) -> Outcome:
        resp = self.session.post(
            f"{self.base_url}/open/v1/login",
            json=form,
            headers={"Authorization": f"Bearer {self.token_of(user_id)}"},
            timeout=45,
        )
        reply = Reply.parse(resp.json())
        return Outcome(next_step(reply), reply)
