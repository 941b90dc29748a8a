"""Pushes the customers' auto-update choice to Klavi, by hand after each import.

    python sync.py choices.csv --root https://open-api.klavi.ai
"""
from __future__ import annotations

import argparse
import asyncio
import csv
import os
import sys
from dataclasses import dataclass, field

import aiohttp

from errors import NoConsent, PartnerProblem, UpdateRefused


@dataclass(frozen=True, slots=True)
class Choice:
    connection_key: str
    allowed: bool


@dataclass(slots=True)
class Report:
    done: int = 0
    withdrawn: list[str] = field(default_factory=list)
    refused: list[tuple[str, int, str]] = field(default_factory=list)


class UpdateClient:
    def __init__(self, partner: str, token: str, root: str = "https://open-api.klavi.ai", width: int = 5):
        self.root = root
        self.headers = {"partnercode": partner, "partnertoken": token}
        self.gate = asyncio.Semaphore(width)

    async def _put(self, session: aiohttp.ClientSession, doc: dict) -> dict:
        for rest in (1, 4, None):
            try:
                async with session.put(f"{self.root}/user-data/auto-update", json=doc) as r:
                    return await r.json(content_type=None)
            except aiohttp.ClientConnectorError:
                if rest is None:
                    raise
                await asyncio.sleep(rest)
        raise AssertionError("unreachable")

    async def push(self, session: aiohttp.ClientSession, choice: Choice) -> None:
        doc = {"connectionKey": choice.connection_key, "allowAutoUpdate": choice.allowed}
        async with self.gate:
            body = await self._put(session, doc)
        if (code := int(body["code"])) != 200:
            raise UpdateRefused.of(code, body.get("message", ""))

    async def push_all(self, choices: list[Choice]) -> Report:
        report = Report()
        async with aiohttp.ClientSession(headers=self.headers) as session:
            answers = await asyncio.gather(
                *(self.push(session, c) for c in choices), return_exceptions=True
            )
        for choice, answer in zip(choices, answers):
            if answer is None:
                report.done += 1
            elif isinstance(answer, NoConsent):
                report.withdrawn.append(choice.connection_key)
            elif isinstance(answer, UpdateRefused) and not isinstance(answer, PartnerProblem):
                report.refused.append((choice.connection_key, answer.code, answer.message))
            else:
                raise answer
        return report


def main() -> int:
    p = argparse.ArgumentParser()
    p.add_argument("file")
    p.add_argument("--root", default="https://open-api.klavi.ai")
    args = p.parse_args()
    with open(args.file, newline="") as f:
        choices = [Choice(r["key"], r["allowed"] == "1") for r in csv.DictReader(f)]
    client = UpdateClient(os.environ["KLAVI_PARTNER"], os.environ["KLAVI_TOKEN"], args.root)
    report = asyncio.run(client.push_all(choices))
    print(f"{report.done} done, no consent for: {report.withdrawn}")
    for row in report.refused:
        print(*row, sep="\t", file=sys.stderr)
    return bool(report.refused)


if __name__ == "__main__":
    sys.exit(main())
