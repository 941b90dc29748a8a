"""Export every user's transactions to JSON lines, with a second file for the users that failed."""
from __future__ import annotations

import argparse
import asyncio
import json
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import aclosing
from dataclasses import asdict, dataclass, field
from functools import partial

import httpx

BUSY = frozenset({"429", "503"})
STALE_KEY = "110"


def pauses() -> Iterator[int]:
    yield from (5, 20, 60)


class SynapseError(Exception):
    def __init__(self, http_code: str, error_code: str, text: str) -> None:
        super().__init__(f"{http_code}/{error_code}: {text}")
        self.http_code = http_code
        self.error_code = error_code
        self.text = text


@dataclass
class Report:
    rows: list[dict] = field(default_factory=list)
    failed: list[dict] = field(default_factory=list)


async def oauth_key(base_url: str, gateway: str, user: str) -> str:
    payload = {"refresh_token": os.environ[f"SYNAPSE_REFRESH_{user}"]}
    async with httpx.AsyncClient(base_url=base_url, timeout=30) as http:
        reply = await http.post(f"/oauth/{user}", json=payload, headers={"X-SP-GATEWAY": gateway})
        doc = reply.json()
    if "oauth_key" not in doc:
        raise SynapseError(
            str(doc.get("http_code", reply.status_code)),
            str(doc.get("error_code", "")),
            (doc.get("error") or {}).get("en", ""),
        )
    return doc["oauth_key"]


class Exporter:
    def __init__(
        self,
        base_url: str,
        gateway: str,
        new_oauth_key: Callable[[str], Awaitable[str]],
    ) -> None:
        self._base_url = base_url
        self._gateway = gateway
        self._new_oauth_key = new_oauth_key
        self._keys: dict[str, str] = {}

    async def _key(self, user: str) -> str:
        if user not in self._keys:
            self._keys[user] = await self._new_oauth_key(user)
        return self._keys[user]

    async def _get(self, http: httpx.AsyncClient, user: str, page: int) -> dict:
        left = pauses()
        fresh = user not in self._keys
        while True:
            reply = await http.get(
                f"/users/{user}/trans",
                params={"page": page, "per_page": 50},
                headers={"X-SP-USER": f"{await self._key(user)}|"},
            )
            try:
                doc = reply.json()
            except ValueError:
                raise SynapseError(str(reply.status_code), "", reply.text[:200]) from None
            http_code = str(doc.get("http_code", reply.status_code))
            error_code = str(doc.get("error_code", ""))
            if (http_code, error_code) == ("200", "0"):
                return doc
            if error_code == STALE_KEY and not fresh:
                fresh = True
                del self._keys[user]
                continue
            if error_code in BUSY and (pause := next(left, None)) is not None:
                await asyncio.sleep(pause)
                continue
            raise SynapseError(http_code, error_code, (doc.get("error") or {}).get("en", ""))

    async def pages(self, http: httpx.AsyncClient, user: str) -> AsyncIterator[list[dict]]:
        page, last = 1, 1
        while page <= last:
            doc = await self._get(http, user, page)
            last = int(doc.get("page_count", 1))
            yield doc["trans"]
            page += 1

    async def run(self, users: list[str]) -> Report:
        report = Report()
        headers = {"X-SP-GATEWAY": self._gateway}
        async with httpx.AsyncClient(base_url=self._base_url, headers=headers, timeout=30) as http:
            for user in users:
                rows: list[dict] = []
                try:
                    async with aclosing(self.pages(http, user)) as pages:
                        async for part in pages:
                            rows += part
                except SynapseError as exc:
                    report.failed.append({"user": user, "pages_read": len(rows) // 50, **vars(exc)})
                else:
                    report.rows += rows
        return report


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("users", nargs="+")
    options = parser.parse_args()
    base_url, gateway = "https://api.synapsefi.com/v3.1", os.environ["SYNAPSE_GATEWAY"]
    exporter = Exporter(base_url, gateway, partial(oauth_key, base_url, gateway))
    report = asdict(asyncio.run(exporter.run(options.users)))
    for name, lines in report.items():
        with open(f"{name}.jsonl", "w") as out:
            out.writelines(json.dumps(line) + "\n" for line in lines)
    raise SystemExit(bool(report["failed"]))


if __name__ == "__main__":
    main()
