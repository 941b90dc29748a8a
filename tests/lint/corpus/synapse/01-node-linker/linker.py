"""Bank logins. The user is in front of the screen, so every answer goes straight back to the page."""
from __future__ import annotations

import json
from typing import Any

import urllib3

from outcomes import Challenge, Linked, Outcome, Refused

LOGIN_REASONS = {
    ("400", "200"): "check_login_or_bank",
    ("402", "460"): "no_ach_account",
    ("402", "500"): "bank_needs_attention",
    ("503", "503"): "maintenance",
}

GENERAL_REASONS = {
    "100": "our_keys",
    "110": "reauthenticate",
    "120": "confirm_device",
    "300": "not_allowed",
    "400": "wrong_value",
    "404": "not_found",
    "410": "unsupported",
    "429": "slow_down",
    "450": "key_in_use",
    "503": "maintenance",
}


def refusal(body: dict[str, Any]) -> Refused:
    pair = str(body["http_code"]), str(body["error_code"])
    reason = LOGIN_REASONS.get(pair) or GENERAL_REASONS.get(pair[1], "other")
    return Refused(reason, *pair, text=body.get("error", {}).get("en", ""))


class NodeLinker:
    def __init__(self, base_url: str, user_id: str, oauth_key: str, gateway: str, fingerprint: str) -> None:
        self._nodes = f"{base_url.rstrip('/')}/v3.1/users/{user_id}/nodes"
        self._http = urllib3.PoolManager(
            retries=urllib3.Retry(connect=2, read=0, redirect=0, status=0, other=0),
            headers={
                "X-SP-GATEWAY": gateway,
                "X-SP-USER": f"{oauth_key}|{fingerprint}",
                "Content-Type": "application/json",
            },
        )

    def _send(self, payload: dict[str, Any]) -> Outcome:
        reply = self._http.request("POST", self._nodes, body=json.dumps(payload), timeout=60.0)
        body = json.loads(reply.data)
        if reply.status == 202 or str(body.get("error_code")) == "10":
            mfa = body.get("mfa") or {}
            return Challenge(mfa.get("access_token", ""), mfa.get("message", ""))
        if not body.get("success"):
            return refusal(body)
        return Linked(body["nodes"])

    def login(self, bank: str, username: str, password: str) -> Outcome:
        return self._send(
            {"type": "ACH-US", "info": {"bank_id": username, "bank_pw": password, "bank_name": bank}}
        )

    def answer(self, challenge: Challenge, text: str) -> Outcome:
        return self._send({"access_token": challenge.access_token, "mfa_answer": text})


def page_for(outcome: Outcome) -> tuple[str, dict[str, Any]]:
    match outcome:
        case Linked(nodes):
            return "linked.html", {"accounts": [n["info"]["nickname"] for n in nodes]}
        case Challenge(question=question):
            return "mfa.html", {"question": question}
        case Refused(reason="check_login_or_bank"):
            return "login.html", {"hint": outcome.text}
        case Refused(reason="bank_needs_attention"):
            return "visit_your_bank.html", {"detail": outcome.text}
        case Refused(reason=reason):
            return "sorry.html", {
                "reason": reason,
                "support": f"{outcome.http_code}/{outcome.error_code}",
                "detail": outcome.text,
            }
