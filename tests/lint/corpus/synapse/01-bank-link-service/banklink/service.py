from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from enum import Enum

from .client import SynapseClient
from .errors import BadLogin, BankWantsUser, Maintenance, NoAchAccount, RefreshUnsupported, RelinkNeeded, SynapseError

log = logging.getLogger(__name__)


class State(Enum):
    DONE = "done"
    PENDING = "pending"
    ASK_USER = "ask_user"
    MANUAL_ONLY = "manual_only"
    SCHEDULED = "scheduled"
    FAILED = "failed"


@dataclass(frozen=True)
class Step:
    state: State
    reason: str = ""
    not_before: datetime | None = None


class LinkService:
    def __init__(self, client: SynapseClient) -> None:
        self.client = client

    def link(self, user: str, bank: str, bank_id: str, bank_pw: str) -> Step:
        info = {"bank_id": bank_id, "bank_pw": bank_pw, "bank_name": bank}
        try:
            reply = self.client.login(f"/users/{user}/nodes", {"type": "ACH-US", "info": info})
        except (BadLogin, BankWantsUser, NoAchAccount) as exc:
            return Step(State.ASK_USER, f"{exc.status}/{exc.code}: {exc.text}")
        except SynapseError as exc:
            return self._not_now(exc)
        return Step(State.PENDING, "10") if reply.pending else Step(State.DONE)

    def refresh(self, user: str, node: str) -> Step:
        try:
            reply = self.client.refresh(f"/users/{user}/nodes/{node}?refresh=true")
        except RelinkNeeded as exc:
            return Step(State.ASK_USER, f"{exc.status}/{exc.code}: {exc.text}")
        except RefreshUnsupported as exc:
            return Step(State.MANUAL_ONLY, f"{exc.status}/{exc.code}")
        except SynapseError as exc:
            return self._not_now(exc)
        return Step(State.PENDING, "10") if reply.pending else Step(State.DONE)

    def _not_now(self, exc: SynapseError) -> Step:
        if isinstance(exc, Maintenance):
            pause = timedelta(minutes=self.client.cfg.refresh_pause_minutes)
            return Step(State.SCHEDULED, "503/503", datetime.now(timezone.utc) + pause)
        log.error("synapse: %s (%s)", exc, type(exc).__name__)
        return Step(State.FAILED, f"{exc.status}/{exc.code}: {exc.text}")
