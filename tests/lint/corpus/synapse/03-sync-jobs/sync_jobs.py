"""A tiny job table that keeps bank nodes in sync with Synapse."""
from __future__ import annotations

import enum
import sqlite3
from datetime import datetime, timedelta, timezone

import requests

SCHEMA = """
create table if not exists job(node text primary key, due text, tries int default 0, state text default 'queued', info text)
"""
BACK_OFF = timedelta(minutes=45)


class Next(enum.Enum):
    DONE = "done"
    MORE_STEPS = "action pending"
    AGAIN = "queued"
    NEVER = "refresh not supported"
    RELINK = "ask user to relink"
    BROKEN = "failed"


class Synapse:
    def __init__(self, user: str, key: str, base_url: str = "https://api.synapsefi.com/v3.1") -> None:
        self.url = f"{base_url}/users/{user}/nodes"
        self.headers = {"X-SP-USER": f"{key}|fp"}

    def sync(self, node: str) -> tuple[Next, str]:
        resp = requests.patch(f"{self.url}/{node}", params={"resync": "true"}, headers=self.headers, timeout=60)
        if resp.status_code == 200:
            return Next.DONE, ""
        body = resp.json()
        pair = resp.status_code, str(body.get("error_code"))
        info = "/".join(map(str, pair))
        match pair:
            case 202, _:
                verdict = Next.MORE_STEPS
            case 503, "503":
                verdict = Next.AGAIN
            case 400, "410":
                verdict = Next.NEVER
            case 401, "110":
                verdict = Next.RELINK
            case _:
                verdict = Next.BROKEN
        return verdict, f"{info} {body.get('error')}"


class Jobs:
    def __init__(self, synapse: Synapse, path: str = ":memory:", max_tries: int = 6) -> None:
        self.synapse = synapse
        self.max_tries = max_tries
        self.db = sqlite3.connect(path)
        self.db.execute(SCHEMA)

    def add(self, node: str) -> None:
        with self.db:
            self.db.execute("insert into job(node, due) values (?, ?)", (node, self._now()))

    @staticmethod
    def _now(plus: timedelta = timedelta()) -> str:
        return (datetime.now(timezone.utc) + plus).isoformat()

    def tick(self) -> list[tuple[str, str, str]]:
        """Run from cron every five minutes; handles whatever is due."""
        due = self.db.execute("select node, tries from job where state = 'queued' and due <= ?", (self._now(),))
        seen = []
        for node, tries in due.fetchall():
            verdict, info = self.synapse.sync(node)
            if verdict is Next.AGAIN and tries + 1 >= self.max_tries:
                verdict = Next.BROKEN
            with self.db:
                self.db.execute(
                    "update job set state = ?, info = ?, tries = tries + 1, due = ? where node = ?",
                    (verdict.value, info, self._now(BACK_OFF), node),
                )
            seen.append((node, verdict.value, info))
        return seen
