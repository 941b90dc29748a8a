"""Bank login as a conversation: one step in, the next step (or the accounts) out."""
from __future__ import annotations

import json
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Any, Generator, Union


@dataclass
class Linked:
    nodes: list[str]


@dataclass
class Question:
    token: str
    text: str


@dataclass
class Stopped:
    http_code: str
    error_code: str
    text: str
    advice: str


Step = Union[Linked, Question, Stopped]

# error codes alone are ambiguous: 500 is the bank's lock under 402 and a server fault elsewhere
ADVICE = {
    ("400", "200"): "Check username and password, and that we support the bank.",
    ("402", "500"): "Log in at the bank's own site, the account is locked or needs attention.",
    ("402", "460"): "Choose a bank where you have a checking or savings account.",
    ("409", "400"): "The answer was wrong.",
    ("503", "503"): "Maintenance. We let you know when it is over.",
}
FALLBACK = "Something went wrong, our support has been told."


class SynapseLogin:
    def __init__(self, user_id: str, oauth_key: str, base_url: str = "https://uat-api.synapsefi.com") -> None:
        self.url = f"{base_url}/v3.1/users/{user_id}/nodes"
        self.headers = {"X-SP-USER": oauth_key + "|fp", "Content-Type": "application/json"}

    def _post(self, payload: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        request = urllib.request.Request(self.url, json.dumps(payload).encode(), self.headers)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as answer:
            with answer:
                return answer.code, json.load(answer)

    def step(self, payload: dict[str, Any]) -> Step:
        status, body = self._post(payload)
        pair = str(status), str(body["error_code"])
        match pair:
            case ("200", "0"):
                return Linked([node["_id"] for node in body["nodes"]])
            case ("202", "10"):
                mfa = body.get("mfa") or {}
                return Question(mfa.get("access_token", ""), mfa.get("message", ""))
            case _:
                text = (body.get("error") or {}).get("en", "")
                return Stopped(*pair, text, ADVICE.get(pair, FALLBACK))

    def conversation(self, bank: str, username: str, password: str) -> Generator[Step, str, None]:
        """Yields every step; a Question wants the customer's reply sent in."""
        step = self.step({"type": "ACH-US", "info": {"bank_name": bank, "bank_id": username, "bank_pw": password}})
        while isinstance(step, Question):
            reply = yield step
            step = self.step({"access_token": step.token, "mfa_answer": reply})
        yield step


def in_terminal(login: SynapseLogin, bank: str, username: str, password: str) -> int:
    talk = login.conversation(bank, username, password)
    step = next(talk)
    while isinstance(step, Question):
        step = talk.send(input(step.text + " "))
    if isinstance(step, Stopped):
        print(f"{step.advice} ({step.http_code}/{step.error_code}: {step.text})")
        return 1
    print("\n".join(step.nodes))
    return 0
