from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

import httpx

from outcome import BY_CODE, BY_STATUS, Answer, Detail, Outcome

log = logging.getLogger("networth.flanks")

FLANKS = "https://api.flanks.io"

Ask = Callable[[], Awaitable[Answer]]


def understand(response: httpx.Response) -> Answer:
    try:
        body: Any = response.json()
    except ValueError:
        body = None
    if not isinstance(body, dict):
        return Outcome.FAILED, (response.status_code, None, response.text[:200])

    code = body.get("error_code")
    text = body.get("error") or body.get("message") or ""
    detail: Detail = (response.status_code, code, text)
    if code is not None:
        return BY_CODE.get(code, Outcome.FAILED), detail
    if response.status_code == 200 and "error" not in body:
        return Outcome.READY, body
    return BY_STATUS.get(response.status_code, Outcome.FAILED), detail


async def until_loaded(ask: Ask, *, every: float = 20.0, at_most: int = 15) -> Answer:
    """Ask again while Flanks is still retrieving (20002), and only then."""
    answer = await ask()
    for _ in range(at_most - 1):
        if answer[0] is not Outcome.STILL_LOADING:
            break
        await asyncio.sleep(every)
        answer = await ask()
    return answer


class FlanksApi:
    def __init__(self, access_token: str, base_url: str = FLANKS, transport: httpx.AsyncBaseTransport | None = None):
        self._options: dict[str, Any] = {
            "base_url": base_url,
            "headers": {"Authorization": f"Bearer {access_token}"},
            "timeout": httpx.Timeout(30, connect=5),
            "transport": transport,
        }

    async def ask(self, path: str, credentials_token: str) -> Answer:
        async with httpx.AsyncClient(**self._options) as client:
            try:
                response = await client.post(path, json={"credentials_token": credentials_token})
            except httpx.TransportError as exc:
                return Outcome.FAILED, (0, None, repr(exc))
        answer = understand(response)
        if answer[0] is not Outcome.READY:
            log.info("%s: %s %s", path, answer[0].name, answer[1])
        return answer
