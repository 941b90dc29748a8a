"""A very small persistent queue for the nightly certificate downloads.

A row is a job; `run_due` takes whatever is due and decides what becomes of it.
"""
from __future__ import annotations

import json
import sqlite3
import time
from typing import Callable, Literal, Optional, TypedDict

import requests

HOST = "https://api.khipu.com"
MINUTE = 60
HOUR = 60 * MINUTE

State = Literal["due", "done", "dead"]


class KhipuFault(TypedDict):
    Code: str
    Type: str
    Description: str


class Envelope(TypedDict):
    OperationId: str
    Status: Literal["OK", "ERROR"]
    Data: Optional[dict]
    Error: Optional[KhipuFault]


class Dead(Exception):
    def __init__(self, job_id: int, fault: KhipuFault):
        self.job_id = job_id
        self.fault = fault
        super().__init__("job %d: %s %s" % (job_id, fault["Code"], fault["Description"]))


class Queue:
    def __init__(self, path: str = ":memory:", clock: Callable[[], float] = time.time):
        self.clock = clock
        self.db = sqlite3.connect(path)
        self.db.execute(
            "create table if not exists job (id integer primary key, path text, body text,"
            " state text default 'due', not_before real default 0, tries integer default 0,"
            " outcome text)"
        )

    def put(self, path: str, body: dict) -> int:
        cur = self.db.execute("insert into job (path, body) values (?, ?)", (path, json.dumps(body)))
        self.db.commit()
        return cur.lastrowid

    def due(self) -> list[tuple[int, str, str, int]]:
        return self.db.execute(
            "select id, path, body, tries from job where state = 'due' and not_before <= ?",
            (self.clock(),),
        ).fetchall()

    def postpone(self, job_id: int, seconds: float, why: object) -> None:
        self.db.execute(
            "update job set not_before = ?, tries = tries + 1, outcome = ? where id = ?",
            (self.clock() + seconds, json.dumps(why), job_id),
        )
        self.db.commit()

    def close(self, job_id: int, state: State, outcome: object) -> None:
        self.db.execute(
            "update job set state = ?, outcome = ? where id = ?", (state, json.dumps(outcome), job_id)
        )
        self.db.commit()


class Worker:
    def __init__(self, token: str, queue: Queue, host: str = HOST, max_tries: int = 6):
        self.queue = queue
        self.host = host
        self.max_tries = max_tries
        self.http = requests.Session()
        self.http.headers["Authorization"] = "Bearer " + token

    def _send(self, path: str, body: str) -> Envelope:
        response = self.http.post(
            self.host + path, data=body, headers={"Content-Type": "application/json"}, timeout=180
        )
        return response.json()

    def run_due(self) -> list[Dead]:
        dead: list[Dead] = []
        for job_id, path, body, tries in self.queue.due():
            try:
                doc = self._send(path, body)
            except requests.ConnectionError as exc:
                self.queue.postpone(job_id, 5 * MINUTE, str(exc))
                continue
            fault = doc["Error"]
            if fault is None:
                self.queue.close(job_id, "done", doc["Data"])
            elif fault["Type"] == "WAIT_4_HOURS_BEFORE_RETRY" and tries < self.max_tries:
                self.queue.postpone(job_id, 4 * HOUR + 5 * MINUTE, fault)
            elif fault["Type"] == "RETRY_IMMEDIATELY" and tries < self.max_tries:
                self.queue.postpone(job_id, 0, fault)
            else:
                self.queue.close(job_id, "dead", fault)
                dead.append(Dead(job_id, fault))
        return dead
