from __future__ import annotations

import logging
import time
from dataclasses import dataclass, field

from synapse import LoginRejected, NoAchAccount, Synapse, SynapseError

log = logging.getLogger("linker")

SERVER_SIDE = ("500", "503")


@dataclass
class LinkResult:
    state: str
    nodes: list = field(default_factory=list)
    mfa: dict | None = None
    reason: str = ""


class BankLinker:
    """Logs a user in at the bank and stores the nodes that come back."""

    def __init__(self, api: Synapse, attempts: int = 4, pause: float = 120.0) -> None:
        self.api = api
        self.attempts = attempts
        self.pause = pause

    def link(self, user_id: str, bank: str, login: str, password: str) -> LinkResult:
        payload = {
            "type": "ACH-US",
            "info": {"bank_id": login, "bank_pw": password, "bank_name": bank},
        }
        for attempt in range(1, self.attempts + 1):
            try:
                body = self.api.post(f"/users/{user_id}/nodes", payload)
            except NoAchAccount as exc:
                return LinkResult("no_ach", reason=str(exc))
            except LoginRejected as exc:
                return LinkResult("ask_user", reason=str(exc))
            except SynapseError as exc:
                if exc.error_code in SERVER_SIDE and attempt < self.attempts:
                    log.warning("%s: %s, again in %ss", user_id, exc, self.pause)
                    time.sleep(self.pause)
                    continue
                raise
            if body.get("error_code") == "10":
                return LinkResult("mfa", mfa=body.get("mfa"))
            return LinkResult("linked", nodes=body.get("nodes", []))
        raise AssertionError("not reached")
