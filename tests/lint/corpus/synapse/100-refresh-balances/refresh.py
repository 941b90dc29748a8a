"""Refresh the balances of linked nodes in parallel and print what to do with the rest."""
from __future__ import annotations

import json
import ssl
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection, HTTPSConnection
from typing import NamedTuple
from urllib.parse import urlsplit

LATER, UNSUPPORTED, RELINK, BROKEN = "later", "unsupported", "relink", "broken"

VERDICTS = {
    (503, 503): LATER,
    (400, 410): UNSUPPORTED,
    (401, 110): RELINK,
    (500, 500): BROKEN,
}


class Node(NamedTuple):
    user: str
    node: str
    oauth: str


class Outcome(NamedTuple):
    node: Node
    verdict: str
    balance: float | None = None
    note: str = ""


class Refresher:
    def __init__(self, gateway: str, base_url: str = "https://api.synapsefi.com/v3.1", workers: int = 4):
        self.gateway = gateway
        self.url = urlsplit(base_url)
        self.workers = workers

    def _call(self, node: Node) -> tuple[int, dict]:
        if self.url.scheme == "https":
            conn = HTTPSConnection(self.url.netloc, timeout=45, context=ssl.create_default_context())
        else:
            conn = HTTPConnection(self.url.netloc, timeout=45)
        headers = {
            "X-SP-GATEWAY": self.gateway,
            "X-SP-USER": node.oauth + "|",
            "Content-Type": "application/json",
        }
        path = f"{self.url.path}/users/{node.user}/nodes/{node.node}?resend_micro=NO"
        try:
            conn.request("PATCH", path, json.dumps({"refresh": True}), headers)
            reply = conn.getresponse()
            return reply.status, json.loads(reply.read())
        finally:
            conn.close()

    def refresh(self, node: Node) -> Outcome:
        status, body = self._call(node)
        if 200 <= status < 300:
            balance = body.get("info", {}).get("balance", {}).get("amount")
            return Outcome(node, "fresh", balance)
        pair = body["http_code"], body["error_code"]
        return Outcome(
            node,
            VERDICTS.get(pair, BROKEN),
            note="/".join(pair) + " " + body["error"]["en"],
        )

    def refresh_all(self, nodes: list[Node]) -> list[Outcome]:
        with ThreadPoolExecutor(self.workers) as pool:
            return list(pool.map(self.refresh, nodes))


def todo(outcomes: list[Outcome]) -> dict[str, list[str]]:
    lists: dict[str, list[str]] = {LATER: [], UNSUPPORTED: [], RELINK: [], BROKEN: []}
    for outcome in outcomes:
        if outcome.verdict in lists:
            lists[outcome.verdict].append(f"{outcome.node.node} {outcome.note}")
    return lists


if __name__ == "__main__":
    nodes = [Node(*line.split()) for line in sys.stdin if line.strip()]
    results = Refresher(sys.argv[1]).refresh_all(nodes)
    print(Counter(result.verdict for result in results))
    for verdict, entries in todo(results).items():
        print(verdict, *entries, sep="\n  ")
