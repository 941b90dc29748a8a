"""Logs a user in at a bank through Klavi and says what to show next."""
from __future__ import annotations

import time
from typing import Any, NamedTuple

import requests

from verdict import Verdict, judge


class NextStep(NamedTuple):
    screen: str
    code: int
    text: str = ""
    data: Any = None
    retry_after: int = 0


class Login:
    def __init__(self, token: str, base_url: str = "https://api.klavi.ai") -> None:
        self.base_url = base_url
        self.headers = {"Authorization": f"Bearer {token}"}

    def _post(self, form: dict[str, str]) -> dict[str, Any]:
        return requests.post(
            f"{self.base_url}/open/v1/login", json=form, headers=self.headers, timeout=90
        ).json()

    def submit(self, form: dict[str, str]) -> NextStep | None:
        for pause in (5, 20, None):
            body = self._post(form)
            code, text = int(body["code"]), body.get("message", "")
            verdict = judge(code)
            if verdict is not Verdict.AGAIN or pause is None:
                break
            time.sleep(pause)

        if verdict is Verdict.DONE:
            return NextStep("summary", code, data=body["data"])
        elif verdict is Verdict.PARTIAL:
            return NextStep("summary-with-gaps", code, text, data=body["data"])
        elif verdict is Verdict.HALF_AN_HOUR:
            return NextStep("wait", code, text, retry_after=30 * 60)
        elif verdict is Verdict.TOMORROW:
            return NextStep("wait", code, text, retry_after=24 * 60 * 60)
        elif verdict is Verdict.USER:
            return NextStep("check-your-details", code, text)
        elif verdict is Verdict.AGAIN:
            return NextStep("busy", code, text)
