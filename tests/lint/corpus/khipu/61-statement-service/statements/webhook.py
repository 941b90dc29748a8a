"""Khipu calls this when an asynchronous statement is ready, or has failed."""
from __future__ import annotations

from datetime import timedelta
from typing import Any

from fastapi import APIRouter, Request, Response

from .jobs import StatementJobs

router = APIRouter(prefix="/hooks")


def settle(jobs: StatementJobs, doc: dict[str, Any]) -> str:
    operation = doc["OperationId"]
    if doc["Status"] == "OK":
        jobs.done(operation, len(doc["Data"]["Movements"]))
        return "done"

    error = doc["Error"]
    advice = error.get("ErrorType", "")
    if advice == "RETRY_IMMEDIATELY":
        jobs.again(operation)
        return "again"
    if advice == "WAIT_4_HOURS_BEFORE_RETRY":
        jobs.again(operation, delay=timedelta(hours=4))
        return "later"
    jobs.failed(operation, error["Code"], error["Description"])
    return "failed"


@router.post("/khipu/statements", status_code=204)
async def khipu_statement(request: Request) -> Response:
    jobs: StatementJobs = request.app.state.statement_jobs
    settle(jobs, await request.json())
    return Response(status_code=204)
