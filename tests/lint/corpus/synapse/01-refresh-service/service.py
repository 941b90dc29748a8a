"""FastAPI routes and the refresh policy."""
from __future__ import annotations

import enum
import os
from datetime import datetime, timedelta, timezone
from functools import lru_cache

from fastapi import APIRouter, Depends
from pydantic import BaseModel

from synapse import SynapseApi, SynapseFault

router = APIRouter(prefix="/nodes")


class State(str, enum.Enum):
    fresh = "fresh"
    pending = "pending"
    resting = "resting"
    relink = "relink"
    unsupported = "unsupported"
    error = "error"


class Refresh(BaseModel):
    state: State
    http_code: str | None = None
    error_code: str | None = None
    text: str = ""
    not_before: datetime | None = None


SYNC = {
    ("503", "503"): State.resting,
    ("400", "410"): State.unsupported,
    ("401", "110"): State.relink,
    ("500", "500"): State.error,
    ("429", "429"): State.resting,
}


class RefreshService:
    pause = timedelta(minutes=30)

    def __init__(self, api: SynapseApi):
        self.api = api
        self._last: dict[str, Refresh] = {}

    def _blocked(self, last: Refresh | None) -> bool:
        if last is None:
            return False
        if last.state in (State.relink, State.unsupported):
            return True
        return last.not_before is not None and datetime.now(timezone.utc) < last.not_before

    async def refresh(self, user_id: str, node_id: str) -> Refresh:
        last = self._last.get(node_id)
        if self._blocked(last):
            return last
        try:
            _, final = await self.api.refresh_node(user_id, node_id)
            result = Refresh(state=State.fresh if final else State.pending)
        except SynapseFault as fault:
            state = SYNC.get(fault.pair, State.error)
            result = Refresh(
                state=state, http_code=fault.http_code, error_code=fault.error_code, text=fault.text,
                not_before=datetime.now(timezone.utc) + self.pause if state is State.resting else None,
            )
        self._last[node_id] = result
        return result

    def relinked(self, node_id: str) -> None:
        self._last.pop(node_id, None)


@lru_cache
def get_service() -> RefreshService:
    return RefreshService(SynapseApi(os.environ["SYNAPSE_GATEWAY"], os.environ["SYNAPSE_USER"]))


@router.post("/{user_id}/{node_id}/refresh")
async def refresh(user_id: str, node_id: str, service: RefreshService = Depends(get_service)) -> Refresh:
    return await service.refresh(user_id, node_id)
