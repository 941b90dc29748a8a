"""What a client of the zoo does right, and the bugs that can be seeded."""

from __future__ import annotations

import contextlib
import uuid
from dataclasses import dataclass, replace
from typing import Any

SUCCESS = {"animals": [{"name": "tapir", "legs": 4}], "page": "first"}
WAITS = {"BUSY": (3.0, 6.0, 12.0), "SLOW_DOWN": (30.0, 30.0), "NOT_READY": (60.0, 60.0, 60.0)}
STATUSES = {"BUSY": 503, "SLOW_DOWN": 429, "NOT_READY": 202, "BAD_REQUEST": 400, "CONSENT_REVOKED": 403}
ENDLESS = 10**6


class ZooError(Exception):
    """What the clients raise."""

    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(f"HTTP {status}: {body['error']['message']}")
        self.status = status
        self.code: str = body["error"]["code"]
        self.body = body


class VagueError(Exception):
    """An error without its code."""


@dataclass(frozen=True)
class Behaviour:
    """forbidden: resend what must not be resent. factor: of each documented wait. more: further resends. swallow:
    return an empty list instead of raising. vague: raise without the code. pending_is_done: take a pending result for
    the data. wording: decide on the message's words. key: `same` or `fresh` idempotency keys. elsewhere: ask another
    host when the provider is busy. crash: look a code up in a table that lacks it."""

    forbidden: bool = False
    factor: float = 1.0
    more: int = 0
    swallow: bool = False
    vague: bool = False
    pending_is_done: bool = False
    wording: bool = False
    key: str = "same"
    elsewhere: bool = False
    crash: bool = False

    def resends(self, code: str) -> int:
        """How often a code is resent."""
        if code in WAITS:
            return len(WAITS[code]) + self.more
        return 2 + self.more if self.forbidden else 0

    def delay(self, code: str, attempt: int) -> float:
        """Seconds before resend number `attempt`, from 1."""
        waits = WAITS.get(code, (1.0,))
        return waits[min(attempt, len(waits)) - 1] * self.factor

    def headers(self, key: str) -> dict[str, str]:
        """The headers of one attempt."""
        return {"Idempotency-Key": key if self.key == "same" else uuid.uuid4().hex}


GOOD = Behaviour()
BUGS: dict[str, tuple[Behaviour, set[str]]] = {
    "resends what is forbidden": (replace(GOOD, forbidden=True), {"no-retry"}),
    "waits 1/10 of it": (replace(GOOD, factor=0.1), {"wait"}),
    "milliseconds for seconds": (replace(GOOD, factor=0.001), {"wait"}),
    "resends too often": (replace(GOOD, more=2), {"attempts"}),
    "never gives up": (replace(GOOD, more=ENDLESS), {"attempts"}),
    "waits a day": (replace(GOOD, factor=86400 / 30), {"max-wait"}),
    "swallows errors": (replace(GOOD, swallow=True), {"recognise"}),
    "pending is done": (replace(GOOD, pending_is_done=True), {"recognise"}),
    "raises without the code": (replace(GOOD, vague=True), {"surface"}),
    "a new key for each attempt": (replace(GOOD, key="fresh"), {"same-key"}),
    "asks another host": (replace(GOOD, elsewhere=True), {"one-host"}),
    "looks the code up in a table": (replace(GOOD, crash=True), {"survive"}),
    "decides on the wording": (replace(GOOD, wording=True), {"no-retry"}),
}
"""Name → what is seeded, and an obligation that must be found broken."""


def read(status: int, body: Any, behaviour: Behaviour) -> list[dict[str, Any]]:
    """The animals of a reply. Raises ZooError."""
    if behaviour.pending_is_done and status == 202:
        return list(body.get("animals", []))
    if status == 200:
        return list(body["animals"])
    if behaviour.crash:
        {"BUSY": 1, "SLOW_DOWN": 2}[body["error"]["code"]]
    raise ZooError(status, body)


def again(error: ZooError, behaviour: Behaviour, resent: int) -> float | None:
    """Seconds to wait before the next resend, None to give up."""
    if behaviour.wording and resent == 0 and "emoji" in error.body["error"]["message"]:
        return 1.0
    if resent >= behaviour.resends(error.code):
        return None
    return behaviour.delay(error.code, resent + 1)


def outcome(error: ZooError, behaviour: Behaviour) -> list[dict[str, Any]]:
    """What the caller gets in the end. Raises ZooError or VagueError."""
    if behaviour.elsewhere and error.code == "BUSY":
        import urllib.request

        with contextlib.suppress(OSError):
            urllib.request.urlopen("http://mirror.zoo.example/animals", timeout=1)
    if behaviour.swallow:
        return []
    if behaviour.vague:
        raise VagueError("the zoo said no") from None
    raise error
