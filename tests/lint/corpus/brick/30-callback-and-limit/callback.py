"""Our web application's side of the consent redirect."""
from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit


@dataclass(frozen=True)
class Callback:
    code: str
    state: str


class CallbackRejected(Exception):
    error_code = "CALLBACK_REJECTED"

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def parse(url: str, expected_state: str) -> Callback:
    query = {key: values[0] for key, values in parse_qs(urlsplit(url).query).items()}
    if "error" in query:
        raise CallbackRejected(query["error"])
    if query.get("state") != expected_state:
        raise CallbackRejected("state")
    code = query.get("code")
    if code is None or code == "ACCESS_DENIED":
        raise CallbackRejected("code")
    return Callback(code, expected_state)
