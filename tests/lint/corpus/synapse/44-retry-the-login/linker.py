from __future__ import annotations

import logging

import httpx
from tenacity import (
    AsyncRetrying,
    before_sleep_log,
    retry_if_not_exception_type,
    stop_after_attempt,
    wait_exponential_jitter,
)

from errors import ClientProblem, exception_for

logger = logging.getLogger(__name__)


class Linker:
    def __init__(self, http: httpx.AsyncClient) -> None:
        self.http = http

    async def _submit(self, user_id: str, payload: dict) -> dict:
        body = (await self.http.post(f"/users/{user_id}/nodes", json=payload)).json()
        if body.get("error_code", "0") != "0":
            raise exception_for(body)
        return body

    async def link(self, user_id: str, bank: str, login: str, password: str) -> list[str]:
        payload = {"type": "ACH-US", "info": {"bank_id": login, "bank_pw": password, "bank_name": bank}}
        async for attempt in AsyncRetrying(
            retry=retry_if_not_exception_type(ClientProblem),
            wait=wait_exponential_jitter(initial=3, max=60),
            stop=stop_after_attempt(4),
            before_sleep=before_sleep_log(logger, logging.INFO),
            reraise=True,
        ):
            with attempt:
                body = await self._submit(user_id, payload)
        return [node["_id"] for node in body["nodes"]]
