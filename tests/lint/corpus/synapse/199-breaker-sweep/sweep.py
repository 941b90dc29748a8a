"""Hourly sweep over all nodes; those that asked for patience get a second and a third round."""
from __future__ import annotations

import logging
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from breaker import Breaker, Circuit
from nodes import REFRESH_UNAVAILABLE, NodeClient, Pending, SynapseFailure

log = logging.getLogger("sweep")

ROUNDS = 3
BETWEEN_ROUNDS = 20 * 60


@dataclass(frozen=True)
class Target:
    user_id: str
    node_id: str


@dataclass
class Result:
    target: Target
    state: str
    pair: str = ""
    message: str = ""
    balance: float | None = None


@dataclass
class SweepReport:
    results: list[Result] = field(default_factory=list)

    def counts(self) -> Counter[str]:
        return Counter(f"{r.state} {r.pair}".strip() for r in self.results)


def _attempt(client: NodeClient, breaker: Breaker, target: Target) -> Result:
    if breaker.state is Circuit.OPEN:
        return Result(target, "skipped")
    try:
        body = client.refresh(target.user_id, target.node_id)
    except Pending as exc:
        breaker.success()
        return Result(target, "pending", str(exc.pair), exc.message)
    except SynapseFailure as exc:
        if exc.pair.http_code.startswith("5"):
            breaker.failure()
        state = "unavailable" if exc.pair == REFRESH_UNAVAILABLE else "failed"
        return Result(target, state, str(exc.pair), exc.message)
    breaker.success()
    amount = body.get("info", {}).get("balance", {}).get("amount")
    return Result(target, "refreshed", balance=amount)


def sweep(client: NodeClient, targets: list[Target], workers: int = 6) -> SweepReport:
    report = SweepReport()
    waiting = list(targets)
    for number in range(1, ROUNDS + 1):
        breaker = Breaker()
        with ThreadPoolExecutor(max_workers=workers) as pool:
            results = list(pool.map(lambda t: _attempt(client, breaker, t), waiting))
        last = number == ROUNDS
        report.results += [r for r in results if last or r.state != "unavailable"]
        waiting = [r.target for r in results if r.state == "unavailable"]
        if last or not waiting:
            break
        log.info("round %d: %d nodes unavailable", number, len(waiting))
        time.sleep(BETWEEN_ROUNDS)
    log.info("sweep: %s", dict(report.counts()))
    return report
