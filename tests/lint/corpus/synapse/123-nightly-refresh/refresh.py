"""Nightly refresh of linked bank accounts at Synapse.

Every answer becomes a row of refresh_log; what needs a person is shown on
the support page, what is temporary comes back the next hour.
"""
from __future__ import annotations

import asyncio
import enum
import sqlite3
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

import httpx


class Verdict(enum.StrEnum):
    FRESH = "fresh"
    ACCEPTED = "accepted"
    NEXT_HOUR = "next_hour"
    RELINK = "relink"
    UNSUPPORTED = "unsupported"
    UNKNOWN_BANK_ERROR = "unknown_bank_error"
    REVIEW = "review"


@dataclass(frozen=True)
class Outcome:
    node_id: str
    verdict: Verdict
    http_code: str
    error_code: str
    text: str = ""

    @classmethod
    def read(cls, node_id: str, response: httpx.Response) -> Outcome:
        try:
            body = response.json()
        except ValueError:
            return cls(node_id, Verdict.REVIEW, str(response.status_code), "", response.text[:200])
        http_code = str(body.get("http_code") or response.status_code)
        error_code = str(body.get("error_code", "0" if response.status_code == 200 else ""))
        text = (body.get("error") or {}).get("en", "")
        match http_code, error_code:
            case "200", "0":
                verdict = Verdict.FRESH
            case "202", _:
                verdict = Verdict.ACCEPTED
            case "503", "503":
                verdict = Verdict.NEXT_HOUR
            case "401", "110":
                verdict = Verdict.RELINK
            case "400", "410":
                verdict = Verdict.UNSUPPORTED
            case "500", "500":
                verdict = Verdict.UNKNOWN_BANK_ERROR
            case _:
                verdict = Verdict.REVIEW
        return cls(node_id, verdict, http_code, error_code, text)


class RefreshClient:
    def __init__(self, gateway: str, oauth_key: str, base_url: str = "https://api.synapsefi.com/v3.1") -> None:
        self._http = httpx.AsyncClient(
            base_url=base_url,
            headers={"X-SP-GATEWAY": gateway, "X-SP-USER": f"{oauth_key}|fp"},
            timeout=90,
        )

    async def refresh(self, user_id: str, node_id: str) -> Outcome:
        response = await self._http.patch(f"/users/{user_id}/nodes/{node_id}", params={"refresh": "yes"})
        return Outcome.read(node_id, response)


class RefreshLog:
    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db

    def due(self, now: datetime) -> list[tuple[str, str]]:
        return self.db.execute(
            "SELECT user_id, node_id FROM node WHERE refresh_at <= ? AND disabled = 0", (now.isoformat(),)
        ).fetchall()

    def write(self, outcome: Outcome, now: datetime) -> None:
        step = timedelta(hours=1) if outcome.verdict is Verdict.NEXT_HOUR else timedelta(days=1)
        held = outcome.verdict in (Verdict.RELINK, Verdict.UNSUPPORTED, Verdict.REVIEW)
        with self.db:
            self.db.execute(
                "INSERT INTO refresh_log (node_id, verdict, http_code, error_code, text, at) VALUES (?,?,?,?,?,?)",
                (
                    outcome.node_id,
                    outcome.verdict.value,
                    outcome.http_code,
                    outcome.error_code,
                    outcome.text,
                    now.isoformat(),
                ),
            )
            self.db.execute(
                "UPDATE node SET refresh_at = ?, disabled = ? WHERE node_id = ?",
                ((now + step).isoformat(), int(held), outcome.node_id),
            )


async def nightly(client: RefreshClient, log: RefreshLog, parallel: int = 5) -> None:
    gate = asyncio.Semaphore(parallel)
    now = datetime.now(timezone.utc)

    async def one(user_id: str, node_id: str) -> Outcome:
        async with gate:
            return await client.refresh(user_id, node_id)

    for done in asyncio.as_completed([one(user, node) for user, node in log.due(now)]):
        log.write(await done, now)
