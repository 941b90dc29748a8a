"""Refreshes every linked node once a night with a few workers."""
import asyncio
import enum
import logging
import sys
from collections import Counter
from dataclasses import dataclass

import httpx

log = logging.getLogger("nightly")

API = "https://api.synapsefi.com/v3.1"
LATER = 60 * 60
MAX_ROUNDS = 3


class Verdict(enum.Enum):
    REFRESHED = enum.auto()
    PENDING = enum.auto()
    LATER = enum.auto()
    DISABLE = enum.auto()
    RELINK = enum.auto()
    REPORT = enum.auto()


VERDICTS = {
    ("503", "503"): Verdict.LATER,
    ("400", "410"): Verdict.DISABLE,
    ("401", "110"): Verdict.RELINK,
    ("500", "500"): Verdict.REPORT,
}


@dataclass
class Node:
    user: str
    id: str
    rounds: int = 0


class NightlyRefresh:
    def __init__(self, http: httpx.AsyncClient, base_url: str = API, workers: int = 5):
        self.http = http
        self.base_url = base_url
        self.workers = workers
        self.queue: asyncio.Queue[Node] = asyncio.Queue()
        self.postponed: list[Node] = []
        self.tally: Counter = Counter()
        self.todo: dict[Verdict, list[tuple[str, str]]] = {v: [] for v in Verdict}

    async def refresh(self, node: Node) -> tuple[Verdict, str]:
        reply = await self.http.patch(f"{self.base_url}/users/{node.user}/nodes/{node.id}", params={"refresh": "yes"})
        if reply.status_code == 200:
            return Verdict.REFRESHED, ""
        try:
            doc = reply.json()
        except ValueError:
            doc = {}
        if reply.status_code == 202:
            return Verdict.PENDING, f"accepted/{doc.get('error_code')}"
        pair = str(reply.status_code), doc.get("error_code", "")
        why = "/".join(pair) + " " + str(doc.get("error", reply.text))
        return VERDICTS.get(pair, Verdict.REPORT), why

    async def _worker(self):
        while True:
            node = await self.queue.get()
            try:
                verdict, why = await self.refresh(node)
                node.rounds += 1
                if verdict is Verdict.LATER and node.rounds < MAX_ROUNDS:
                    self.postponed.append(node)
                else:
                    self.tally[verdict] += 1
                    self.todo[verdict].append((node.id, why))
            except httpx.TransportError as exc:
                log.error("node %s: %r", node.id, exc)
                self.todo[Verdict.REPORT].append((node.id, repr(exc)))
            finally:
                self.queue.task_done()

    async def run(self, nodes):
        tasks = [asyncio.create_task(self._worker()) for _ in range(self.workers)]
        batch = list(nodes)
        while batch:
            for node in batch:
                self.queue.put_nowait(node)
            await self.queue.join()
            batch, self.postponed = self.postponed, []
            if batch:
                log.info("%d nodes unavailable, next round in an hour", len(batch))
                await asyncio.sleep(LATER)
        for task in tasks:
            task.cancel()
        return self.todo


async def main(path):
    async with httpx.AsyncClient(timeout=90) as http:
        job = NightlyRefresh(http)
        with open(path) as lines:
            todo = await job.run(Node(*line.split()[:2]) for line in lines)
    for verdict, items in todo.items():
        for node_id, why in items:
            print(verdict.name, node_id, why, sep="\t")


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
