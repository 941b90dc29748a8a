"""Nightly refresh of linked bank nodes, result pushed to our CRM.

Usage: python refresh_nodes.py nodes.json
"""
from __future__ import annotations

import asyncio
import json
import logging
import os
import sys
from enum import Enum
from typing import Any, NamedTuple

import aiohttp

log = logging.getLogger("refresh")

SYNAPSE = "https://api.synapsefi.com/v3.1"
CRM = os.getenv("CRM_URL", "http://crm.internal/api")
CONCURRENCY = 5
LATER_SECONDS = 15 * 60
LATER_TIMES = 3


class Verdict(Enum):
    REFRESHED = "refreshed"
    PENDING = "pending"
    LATER = "later"
    RELINK = "relink"
    UNSUPPORTED = "unsupported"
    FAILED = "failed"


class Result(NamedTuple):
    verdict: Verdict
    http_code: str
    error_code: str
    text: str = ""
    node: dict[str, Any] | None = None


# sync errors come as a pair; 500 and 410 mean other things with other statuses
SYNC_VERDICTS = {
    ("503", "503"): Verdict.LATER,
    ("400", "410"): Verdict.UNSUPPORTED,
    ("401", "110"): Verdict.RELINK,
}


def read_result(status: int, body: dict[str, Any]) -> Result:
    http_code = str(body.get("http_code", status))
    error_code = str(body.get("error_code", "0"))
    if status == 202 or error_code == "10":
        return Result(Verdict.PENDING, http_code, error_code)
    if status == 200 and body.get("success", True):
        return Result(Verdict.REFRESHED, http_code, error_code, node=body)
    text = (body.get("error") or {}).get("en", "")
    return Result(SYNC_VERDICTS.get((http_code, error_code), Verdict.FAILED), http_code, error_code, text)


class NodeRefresher:
    def __init__(self, gateway: str, user_key: str, base_url: str = SYNAPSE) -> None:
        self.base_url = base_url
        self.headers = {"X-SP-GATEWAY": gateway, "X-SP-USER": user_key, "X-SP-USER-IP": "10.0.0.4"}
        self._slots = asyncio.Semaphore(CONCURRENCY)

    async def _request(self, session: aiohttp.ClientSession, method: str, path: str, **kwargs: Any) -> Result:
        async with self._slots:
            async with session.request(method, self.base_url + path, headers=self.headers, **kwargs) as resp:
                body = await resp.json(content_type=None)
                return read_result(resp.status, body)

    async def refresh(self, session: aiohttp.ClientSession, user_id: str, node_id: str) -> Result:
        path = f"/users/{user_id}/nodes/{node_id}"
        result = await self._request(session, "PATCH", path, params={"resync": "yes"})
        for _ in range(LATER_TIMES):
            if result.verdict is not Verdict.LATER:
                break
            await asyncio.sleep(LATER_SECONDS)
            result = await self._request(session, "PATCH", path, params={"resync": "yes"})
        if result.verdict is Verdict.FAILED:
            log.error("node %s: %s/%s %s", node_id, result.http_code, result.error_code, result.text)
        return result

    async def refresh_one(self, user_id: str, node_id: str) -> Result:
        async with aiohttp.ClientSession() as session:
            return await self.refresh(session, user_id, node_id)


class CrmError(RuntimeError):
    pass


async def tell_crm(session: aiohttp.ClientSession, node_id: str, result: Result) -> None:
    """The CRM has its own numeric error_code: 7 = record locked, 12 = unknown node."""
    payload = {"node": node_id, "state": result.verdict.value, "why": f"{result.http_code}/{result.error_code}",
               "note": result.text}
    for attempt in range(4):
        async with session.put(f"{CRM}/nodes/{node_id}", json=payload) as resp:
            answer = await resp.json()
        code = answer.get("error_code", 0)
        if code == 7:
            await asyncio.sleep(attempt)
            continue
        if code == 12:
            log.info("crm does not know node %s", node_id)
            return
        if code:
            raise CrmError(f"{node_id}: crm said {code}")
        return
    raise CrmError(f"{node_id}: record stays locked")


async def main(path: str) -> int:
    with open(path) as fh:
        nodes = json.load(fh)
    refresher = NodeRefresher(os.environ["SYNAPSE_GATEWAY"], os.environ["SYNAPSE_USER_KEY"])
    async with aiohttp.ClientSession() as session:
        results = await asyncio.gather(*(refresher.refresh(session, n["user"], n["node"]) for n in nodes))
        for node, result in zip(nodes, results):
            await tell_crm(session, node["node"], result)
    return sum(r.verdict is Verdict.FAILED for r in results)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    sys.exit(1 if asyncio.run(main(sys.argv[1])) else 0)
