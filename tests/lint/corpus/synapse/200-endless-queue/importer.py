"""A queue of import jobs, worked off by one process per region."""
from __future__ import annotations

import logging
import time
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field

from synapse import Failure, Synapse

log = logging.getLogger("importer")

COOL_DOWN = 15 * 60
UNAVAILABLE = ("503", "503")


@dataclass
class Job:
    user_id: str
    node_id: str
    attempts: int = 0


@dataclass
class Stats:
    imported: dict[str, float] = field(default_factory=dict)
    dead: dict[str, list[Job]] = field(default_factory=lambda: defaultdict(list))
    attempts: int = 0


Alert = Callable[[str], None]


class Importer:
    def __init__(self, api: Synapse, alert: Alert = log.error) -> None:
        self.api = api
        self.alert = alert
        self.queue: deque[Job] = deque()
        self.stats = Stats()

    def submit(self, user_id: str, node_id: str) -> None:
        self.queue.append(Job(user_id, node_id))

    def work(self) -> Stats:
        while self.queue:
            self._step(self.queue.popleft())
        return self.stats

    def _step(self, job: Job) -> None:
        job.attempts += 1
        self.stats.attempts += 1
        try:
            node = self.api.pull(job.user_id, job.node_id)
        except Failure as failure:
            self._failed(job, failure)
            return
        balance = node.get("info", {}).get("balance", {}).get("amount", 0.0)
        self.stats.imported[job.node_id] = balance

    def _failed(self, job: Job, failure: Failure) -> None:
        if (failure.http_code, failure.error_code) == UNAVAILABLE:
            log.info("node %s unavailable, attempt %d", job.node_id, job.attempts)
            time.sleep(COOL_DOWN)
            self.queue.append(job)
            return
        self.stats.dead[f"{failure.http_code}/{failure.error_code}"].append(job)
        self.alert(f"node {job.node_id} is a dead letter: {failure}")
