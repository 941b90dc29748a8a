"""Receives the result of Khipu's asynchronous calls and feeds the outbox."""
from __future__ import annotations

import logging

import httpx
from fastapi import FastAPI, HTTPException
from pydantic import ValidationError

from messages import Notice
from outbox import Outbox

log = logging.getLogger("khipu.webhook")
PATH = "/v1/cl/services/previred.com/certificate"


class Worker:
    def __init__(self, outbox: Outbox, token: str, base_url: str = "https://api.khipu.com") -> None:
        self.outbox = outbox
        self.http = httpx.Client(base_url=base_url, headers={"Authorization": f"Bearer {token}"}, timeout=60)

    def absorb(self, job: int, notice: Notice) -> str:
        if notice.status == "OK":
            self.outbox.done(job, notice.data)
            return "done"
        if notice.error is None:
            self.outbox.unreadable(job, f"status {notice.status!r} without an error")
            return "dead"
        state = self.outbox.failed(job, notice.error)
        log.warning("job %s: %s %s -> %s", job, notice.error.code, notice.error.type, state)
        return state

    def submit_due(self) -> int:
        """One pass, called every minute by the scheduler; never loops on a job itself."""
        count = 0
        for row in self.outbox.due():
            count += 1
            resp = self.http.post(PATH, content=row["body"], headers={"Content-Type": "application/json"})
            try:
                notice = Notice.model_validate(resp.json())
            except ValueError as exc:
                self.outbox.unreadable(row["id"], f"HTTP {resp.status_code}: {exc.__class__.__name__}")
                continue
            if notice.status == "OK":
                self.outbox.sent(row["id"], notice.operation_id)
            else:
                self.absorb(row["id"], notice)
        return count


def create_app(worker: Worker) -> FastAPI:
    app = FastAPI()

    @app.post("/hooks/khipu")
    def hook(body: dict) -> dict:
        try:
            notice = Notice.model_validate(body)
        except ValidationError as exc:
            raise HTTPException(422, exc.errors(include_url=False, include_context=False)) from exc
        row = worker.outbox.find(notice.operation_id)
        if row is None:
            raise HTTPException(404, "unknown operation")
        return {"state": worker.absorb(row["id"], notice)}

    return app
