from typing import Annotated

import httpx
from fastapi import APIRouter, Body, Depends, HTTPException

from app.services.synapse import LinkedBank, RefreshLater, RefreshUnsupported, RelinkNeeded, SynapseError, SynapseService
from app.settings import settings

router = APIRouter(prefix="/users/{user_id}/banks")


async def service():
    headers = {"X-SP-GATEWAY": settings.synapse_client}
    async with httpx.AsyncClient(base_url=settings.synapse_url, headers=headers, timeout=60) as http:
        yield SynapseService(http)


Synapse = Annotated[SynapseService, Depends(service)]


def as_http(status: int, exc: SynapseError) -> HTTPException:
    return HTTPException(status, {"synapse": exc.fault.model_dump()})


@router.post("", status_code=201)
async def link(
    user_id: str, synapse: Synapse, bank: Annotated[str, Body()], login: Annotated[str, Body()], password: Annotated[str, Body()]
) -> LinkedBank:
    try:
        return await synapse.link(user_id, bank, login, password)
    except SynapseError as exc:
        raise as_http(422, exc)


@router.post("/{node_id}/refresh")
async def refresh(user_id: str, node_id: str, synapse: Synapse):
    try:
        return await synapse.refresh(user_id, node_id)
    except RelinkNeeded as exc:
        raise as_http(428, exc)
    except RefreshUnsupported as exc:
        raise as_http(409, exc)
    except RefreshLater as exc:
        raise as_http(503, exc)
    except SynapseError as exc:
        raise as_http(502, exc)
