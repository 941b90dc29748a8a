from __future__ import annotations

from typing import Any

import httpx
from pydantic import BaseModel


class SynapseFault(BaseModel):
    error: dict[str, str] = {}
    error_code: str
    http_code: str
    success: bool = False


class SynapseError(Exception):
    def __init__(self, fault: SynapseFault) -> None:
        super().__init__(f"{fault.http_code}/{fault.error_code} {fault.error.get('en', '')}")
        self.fault = fault


class RelinkNeeded(SynapseError):
    pass


class RefreshUnsupported(SynapseError):
    pass


class RefreshLater(SynapseError):
    pass


class LinkedBank(BaseModel):
    state: str
    nodes: list[dict[str, Any]]


def refresh_error(fault: SynapseFault) -> SynapseError:
    match fault.error_code:
        case 110:
            return RelinkNeeded(fault)
        case 410:
            return RefreshUnsupported(fault)
        case 503:
            return RefreshLater(fault)
        case _:
            return SynapseError(fault)


class SynapseService:
    def __init__(self, http: httpx.AsyncClient) -> None:
        self.http = http

    async def link(self, user_id: str, bank: str, login: str, password: str) -> LinkedBank:
        resp = await self.http.post(
            f"/users/{user_id}/nodes",
            json={"type": "ACH-US", "info": {"bank_name": bank, "bank_id": login, "bank_pw": password}},
        )
        if resp.is_success:
            return LinkedBank(state="linked", nodes=resp.json().get("nodes", []))
        raise SynapseError(SynapseFault.model_validate(resp.json()))

    async def refresh(self, user_id: str, node_id: str) -> dict[str, Any]:
        resp = await self.http.patch(f"/users/{user_id}/nodes/{node_id}", params={"force_refresh": "yes"})
        if resp.status_code != 200:
            raise refresh_error(SynapseFault.model_validate(resp.json()))
        return resp.json()
