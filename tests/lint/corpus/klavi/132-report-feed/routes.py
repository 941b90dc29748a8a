from __future__ import annotations

from typing import Any

from fastapi import APIRouter, HTTPException, Request

from feed import KlaviFailure, ReportFeed

router = APIRouter(prefix="/reports")


@router.get("/{cpf}")
async def report(cpf: str, request: Request) -> dict[str, Any]:
    feed: ReportFeed = request.app.state.klavi
    try:
        collected = await feed.collect(cpf)
    except KlaviFailure as exc:
        raise HTTPException(502, {"klavi_code": exc.code, "message": exc.message}) from exc
    return {
        "items": collected.transactions,
        "complete": collected.complete,
        "missing": sorted(collected.gaps),
    }
