"""Nightly resync of ACH nodes; texts the ops phone when something needs a human."""
from __future__ import annotations

import asyncio
import dataclasses
import enum
import os
import random
from collections.abc import AsyncIterator

import httpx

SYNAPSE = "https://api.synapsefi.com/v3.1"
TWILIO = "https://api.twilio.com/2010-04-01"


class State(enum.StrEnum):
    FRESH = enum.auto()
    MFA = enum.auto()
    RELINK = enum.auto()
    UNSUPPORTED = enum.auto()
    LATER = enum.auto()


SYNC_STATES = {
    (200, "0"): State.FRESH,
    (202, "10"): State.MFA,
    (401, "110"): State.RELINK,
    (400, "410"): State.UNSUPPORTED,
    (503, "503"): State.LATER,
}


class SynapseFailure(Exception):
    def __init__(self, where: str, status: int, error_code: str, text: str) -> None:
        super().__init__(f"{where}: {status}/{error_code} {text}")
        self.status = status
        self.error_code = error_code


@dataclasses.dataclass(kw_only=True, slots=True)
class Night:
    http: httpx.AsyncClient
    lanes: asyncio.Semaphore = dataclasses.field(default_factory=lambda: asyncio.Semaphore(4))
    later_delay: float = 3600.0
    later_rounds: int = 2

    async def _call(self, method: str, path: str, **kw) -> tuple[int, str, dict]:
        async with self.lanes:
            resp = await self.http.request(method, path, **kw)
        body = resp.json()
        return resp.status_code, str(body.get("error_code", "")), body

    async def nodes(self, user: str) -> AsyncIterator[str]:
        page = last = 1
        while page <= last:
            status, code, body = await self._call("GET", f"/users/{user}/nodes", params={"page": page})
            if (status, code) != (200, "0"):
                raise SynapseFailure(f"nodes of {user}", status, code, body.get("error", {}).get("en", ""))
            for node in body["nodes"]:
                yield node["_id"]
            last = int(body["page_count"])
            page += 1

    async def resync(self, user: str, node: str) -> State:
        status, code, body = await self._call("PATCH", f"/users/{user}/nodes/{node}", params={"resync": "true"})
        try:
            return SYNC_STATES[status, code]
        except KeyError:
            raise SynapseFailure(f"node {node}", status, code, body.get("error", {}).get("en", "")) from None

    async def user(self, user: str) -> dict[str, State]:
        todo = [n async for n in self.nodes(user)]
        done: dict[str, State] = {}
        failures: list[SynapseFailure] = []
        for round_ in range(1 + self.later_rounds):
            if round_:
                await asyncio.sleep(self.later_delay * round_)
            outcomes = await asyncio.gather(*(self.resync(user, n) for n in todo), return_exceptions=True)
            for node, outcome in zip(todo, outcomes):
                match outcome:
                    case State():
                        done[node] = outcome
                    case SynapseFailure():
                        failures.append(outcome)
                    case _:
                        raise outcome
            todo = [n for n in todo if done.get(n) is State.LATER]
            if not todo:
                break
        if failures:
            raise ExceptionGroup(f"resync of {user}", failures)
        return done


async def text_ops(line: str) -> None:
    sid, token = os.environ["TWILIO_SID"], os.environ["TWILIO_TOKEN"]
    async with httpx.AsyncClient(auth=(sid, token)) as twilio:
        for n in range(5):
            resp = await twilio.post(
                f"{TWILIO}/Accounts/{sid}/Messages.json",
                data={"To": os.environ["OPS_PHONE"], "From": os.environ["TWILIO_FROM"], "Body": line[:300]},
            )
            if resp.is_success and resp.json().get("error_code") is None:
                return
            await asyncio.sleep(2**n + random.random())


async def main(users: list[str]) -> None:
    headers = {"X-SP-GATEWAY": os.environ["SP_GATEWAY"], "X-SP-USER": os.environ["SP_USER"]}
    async with httpx.AsyncClient(base_url=SYNAPSE, headers=headers, timeout=40) as http:
        night = Night(http=http)
        for user in users:
            try:
                states = await night.user(user)
            except* SynapseFailure as group:
                await text_ops(f"{user}: " + "; ".join(map(str, group.exceptions)))
            else:
                humans = [n for n, s in states.items() if s in (State.RELINK, State.MFA)]
                if humans:
                    await text_ops(f"{user}: ask to re-link or answer MFA for {', '.join(humans)}")
                print(user, states)


if __name__ == "__main__":
    asyncio.run(main(os.environ["SP_USERS"].split(",")))
