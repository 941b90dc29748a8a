"""Jobs for our queue (same interface as rq's: enqueue, enqueue_in)."""
from datetime import datetime, timezone
from typing import Protocol

from aggregators import BY_NAME, Refused, Snapshot, Wait

MAX_ROUNDS = {20002: 30, 50001: 6, 20003: 2}


class Queue(Protocol):
    def enqueue(self, fn, *args): ...
    def enqueue_in(self, delay, fn, *args): ...


def refresh(queue: Queue, db, connection_id: int, rounds: int = 0) -> None:
    row = db.connection(connection_id)
    aggregator = BY_NAME[row.slug](**row.settings)
    outcome = aggregator.snapshot(row.ref)
    if isinstance(outcome, Snapshot):
        db.store(connection_id, outcome.accounts, datetime.now(timezone.utc))
    elif isinstance(outcome, Wait) and rounds < MAX_ROUNDS.get(outcome.code, 1):
        queue.enqueue_in(outcome.delay, refresh, queue, db, connection_id, rounds + 1)
        db.note(connection_id, "waiting", outcome.why, outcome.code)
    elif isinstance(outcome, Wait):
        db.note(connection_id, "given up", outcome.why, outcome.code)
    elif isinstance(outcome, Refused):
        db.note(connection_id, outcome.to_do, outcome.detail, outcome.code)
