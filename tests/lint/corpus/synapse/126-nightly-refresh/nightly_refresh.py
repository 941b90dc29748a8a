"""Refreshes every linked node once per night and writes what came of each as NDJSON.

    nightly_refresh.py nodes.tsv > outcome.ndjson      (user_id <TAB> node_id)

Exit status 1 when anything needs a look.
"""
from __future__ import annotations

import asyncio
import json
import os
import sys
from dataclasses import asdict, dataclass
from functools import singledispatch
from typing import Any, NamedTuple

import aiohttp

SECOND_SWEEP_AFTER = 20 * 60


class Node(NamedTuple):
    user_id: str
    node_id: str


@dataclass(frozen=True)
class Fresh:
    balance: Any


@dataclass(frozen=True)
class Accepted:
    note: str


@dataclass(frozen=True)
class Failed:
    http: int
    code: int | None
    text: str

    @property
    def temporary(self) -> bool:
        return (self.http, self.code) == (503, 503)


Outcome = Fresh | Accepted | Failed


@singledispatch
def row(outcome: Outcome) -> dict[str, Any]:
    raise TypeError(outcome)


@row.register
def _(outcome: Fresh) -> dict[str, Any]:
    return {"state": "fresh", **asdict(outcome)}


@row.register
def _(outcome: Accepted) -> dict[str, Any]:
    return {"state": "not-final", **asdict(outcome)}


@row.register
def _(outcome: Failed) -> dict[str, Any]:
    match outcome:
        case Failed(401, 110):
            state = "relink"
        case Failed(400, 410):
            state = "bank-has-no-refresh"
        case Failed(503, 503):
            state = "tomorrow"
        case _:
            state = "failed"
    return {"state": state, **asdict(outcome)}


def parse(status: int, body: dict[str, Any]) -> Outcome:
    code = int(body["error_code"]) if "error_code" in body else None
    if code == 10 or (status == 202 and not code):
        return Accepted(json.dumps(body))
    if status < 300 and code in (None, 0):
        return Fresh(body.get("info", {}).get("balance"))
    return Failed(int(body.get("http_code", status)), code, json.dumps(body.get("error")))


class Refresher:
    def __init__(self, base_url: str = "https://api.synapsefi.com/v3.1", parallel: int = 4) -> None:
        self.base_url = base_url
        self.gate = asyncio.Semaphore(parallel)
        self.headers = {
            "X-SP-GATEWAY": os.environ.get("SYNAPSE_GATEWAY", ""),
            "X-SP-USER": os.environ.get("SYNAPSE_USER", ""),
        }

    async def one(self, http: aiohttp.ClientSession, node: Node) -> tuple[Node, Outcome]:
        url = f"{self.base_url}/users/{node.user_id}/nodes/{node.node_id}"
        async with self.gate, http.patch(url, params={"force_refresh": "yes"}) as resp:
            try:
                body = await resp.json(content_type=None)
            except ValueError:
                return node, Failed(resp.status, None, "no JSON")
        return node, parse(resp.status, body or {})

    async def run(self, nodes: list[Node]) -> dict[Node, Outcome]:
        async with aiohttp.ClientSession(headers=self.headers, timeout=aiohttp.ClientTimeout(total=90)) as http:
            done = dict(await asyncio.gather(*(self.one(http, n) for n in nodes)))
            again = [n for n, o in done.items() if isinstance(o, Failed) and o.temporary]
            if again:
                await asyncio.sleep(SECOND_SWEEP_AFTER)
                done |= dict(await asyncio.gather(*(self.one(http, n) for n in again)))
        return done


async def main(path: str) -> int:
    with open(path) as f:
        nodes = [Node(*line.split()) for line in f if line.strip()]
    outcomes = await Refresher().run(nodes)
    for node, outcome in outcomes.items():
        print(json.dumps({**node._asdict(), **row(outcome)}))
    return int(any(not isinstance(o, Fresh) for o in outcomes.values()))


if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv[1])))
