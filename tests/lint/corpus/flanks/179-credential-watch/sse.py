"""Server-sent events for the onboarding page."""
from __future__ import annotations

import json
from collections.abc import AsyncIterator

from fastapi import APIRouter, Request
from fastapi.responses import StreamingResponse

from faults import CustomerMustAct, FlanksFault, UnderReview
from watch import CredentialWatch

router = APIRouter()


def _event(kind: str, **data: object) -> str:
    return f"event: {kind}\ndata: {json.dumps(data)}\n\n"


async def events(watch: CredentialWatch, token: str) -> AsyncIterator[str]:
    try:
        async for progress in watch.follow(token):
            yield _event(progress.state, poll=progress.poll, accounts=len(progress.accounts))
    except UnderReview as exc:
        yield _event("review", code=exc.code, hours=exc.not_before.total_seconds() / 3600)
    except CustomerMustAct as exc:
        yield _event("action", code=exc.code, text=exc.text)
    except FlanksFault as exc:
        yield _event("fault", status=exc.status, code=exc.code)


@router.get("/credentials/{token}/events")
async def stream(token: str, request: Request) -> StreamingResponse:
    return StreamingResponse(events(request.app.state.watch, token), media_type="text/event-stream")
