"""Bank logins: POST the credentials, then one POST for each MFA question."""
from __future__ import annotations

import asyncio
import logging
from typing import Any, Awaitable, Callable

import aiohttp
import attrs

from errors import BankDown, SynapseError, build

log = logging.getLogger("funding.bank_login")

SANDBOX = "https://uat-api.synapsefi.com/v3.1"
PAUSES = (180, 600, 1800)
MAX_QUESTIONS = 4

Ask = Callable[[str], Awaitable["str | None"]]


@attrs.frozen
class Login:
    bank: str
    username: str
    password: str = attrs.field(repr=False)

    def payload(self) -> dict[str, Any]:
        return {
            "type": "ACH-US",
            "info": {"bank_id": self.username, "bank_pw": self.password, "bank_name": self.bank},
        }


@attrs.frozen
class Linked:
    node_ids: list[str]


@attrs.frozen
class Waiting:
    """Accepted, but the bank's question is still open. `question` goes into the user's inbox."""

    question: str
    access_token: str


def is_pending(pair: tuple[str, str]) -> bool:
    return pair[0] == "202" or pair[1] == "10"


class BankLogin:
    def __init__(self, user_id: str, headers: dict[str, str], ask: Ask, base_url: str = SANDBOX) -> None:
        self.url = f"{base_url}/users/{user_id}/nodes"
        self.headers = headers
        self.ask = ask

    async def _once(self, http: aiohttp.ClientSession, payload: dict[str, Any]) -> dict[str, Any]:
        async with http.post(self.url, json=payload) as response:
            body = await response.json(content_type=None)
            pair = str(body.get("http_code", response.status)), str(body.get("error_code", ""))
            if is_pending(pair):
                return {**body, "open": True}
            if response.status != 200 or pair != ("200", "0"):
                raise build(pair, body)
            return {**body, "open": False}

    async def _post(self, http: aiohttp.ClientSession, payload: dict[str, Any]) -> dict[str, Any]:
        for pause in PAUSES:
            try:
                return await self._once(http, payload)
            except BankDown as exc:
                log.info("%s, again in %d s", exc, pause)
                await asyncio.sleep(pause)
        return await self._once(http, payload)

    async def link(self, login: Login) -> Linked | Waiting:
        timeout = aiohttp.ClientTimeout(total=90)
        async with aiohttp.ClientSession(headers=self.headers, timeout=timeout) as http:
            body = await self._post(http, login.payload())
            sent: set[tuple[str, str]] = set()
            while body["open"]:
                mfa = body.get("mfa") or {}
                question, token = mfa.get("message", ""), mfa.get("access_token", "")
                answer = await self.ask(question)
                if answer is None or (token, answer) in sent or len(sent) == MAX_QUESTIONS:
                    return Waiting(question, token)
                sent.add((token, answer))
                body = await self._post(http, {"access_token": token, "mfa_answer": answer})
            return Linked([node["_id"] for node in body["nodes"]])


async def link_all(client: BankLogin, logins: list[Login]) -> dict[str, Linked | Waiting | SynapseError]:
    """One after the other: the user answers on a single screen."""
    results: dict[str, Linked | Waiting | SynapseError] = {}
    for login in logins:
        try:
            results[login.bank] = await client.link(login)
        except SynapseError as exc:
            results[login.bank] = exc
    return results
