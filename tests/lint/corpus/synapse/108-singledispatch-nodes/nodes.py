"""Refreshes a user's linked nodes; what happens next depends on the type of each outcome."""
from __future__ import annotations

import asyncio
from functools import singledispatch
from itertools import groupby
from typing import Any, Awaitable, Callable, Iterable, Mapping

import aiohttp

from outcomes import BadCredentials, Busy, Failed, Fresh, Outcome, Pending, Unsupported, read

BASE_URL = "https://api.synapsefi.com"
LATER = (15 * 60, 60 * 60)

Refresh = Callable[[str], Awaitable[Outcome]]


def refresher(http: aiohttp.ClientSession, base_url: str, user_id: str) -> Refresh:
    async def refresh(node_id: str) -> Outcome:
        url = f"{base_url}/v3.1/users/{user_id}/nodes/{node_id}"
        async with http.patch(url, params={"resync": "True"}, json={}) as resp:
            return read(resp.status, await resp.json(content_type=None))

    return refresh


def patiently(refresh: Refresh, pauses: tuple[int, ...] = LATER) -> Refresh:
    async def again(node_id: str) -> Outcome:
        outcome = await refresh(node_id)
        if not (isinstance(outcome, Busy) and pauses):
            return outcome
        await asyncio.sleep(pauses[0])
        return await patiently(refresh, pauses[1:])(node_id)

    return again


@singledispatch
def next_step(outcome: Any) -> str:
    raise TypeError(f"no step for {type(outcome).__name__}")


@next_step.register
def _(outcome: Fresh) -> str:
    return "done"


@next_step.register
def _(outcome: Pending) -> str:
    return "answer-question"


@next_step.register
def _(outcome: Failed) -> str:
    return f"review {outcome.http_code}/{outcome.error_code} {outcome.text}"


@next_step.register
def _(outcome: Busy) -> str:
    return "tomorrow"


@next_step.register
def _(outcome: BadCredentials) -> str:
    return "relink"


@next_step.register
def _(outcome: Unsupported) -> str:
    return "stop-refreshing"


def plan(steps: Iterable[tuple[str, str]]) -> Mapping[str, list[str]]:
    by_step = sorted(steps, key=lambda pair: pair[1])
    return {step: [node for node, _ in pairs] for step, pairs in groupby(by_step, key=lambda pair: pair[1])}


async def refresh_all(
    headers: Mapping[str, str], user_id: str, node_ids: list[str], base_url: str = BASE_URL
) -> Mapping[str, list[str]]:
    async with aiohttp.ClientSession(headers=headers, timeout=aiohttp.ClientTimeout(total=60)) as http:
        refresh = patiently(refresher(http, base_url, user_id))
        outcomes = await asyncio.gather(*map(refresh, node_ids))
    return plan(zip(node_ids, map(next_step, outcomes)))
