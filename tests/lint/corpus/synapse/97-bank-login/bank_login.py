"""Bank logins (ACH-US nodes with online banking credentials), MFA included."""
from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, ClassVar

import aiohttp

Ask = Callable[[str], Awaitable[str]]


class SynapseError(Exception):
    """Base of everything Synapse may answer instead of nodes."""

    pair: ClassVar[tuple[str, str] | None] = None
    _known: ClassVar[dict[tuple[str, str], type[SynapseError]]] = {}

    def __init_subclass__(cls, *, http: str, code: str) -> None:
        SynapseError._known[http, code] = cls
        cls.pair = (http, code)

    def __init__(self, http: str, code: str | None, message: str) -> None:
        super().__init__(f"{message} (http {http}, error {code})")
        self.http = http
        self.code = code
        self.message = message

    @classmethod
    def build(cls, http: str, body: dict[str, Any]) -> SynapseError:
        code = body.get("error_code")
        kind = cls._known.get((http, code), SynapseError)
        return kind(http, code, body.get("error", {}).get("en", "no description"))


class LoginRejected(SynapseError, http="400", code="200"):
    """Mostly wrong credentials, sometimes a payload or bank problem: the user starts over."""


class BankWantsAttention(SynapseError, http="402", code="500"):
    """Locked, or the user has to finish something on the bank's own site."""


class NoAchAccount(SynapseError, http="402", code="460"):
    pass


class WrongAnswer(SynapseError, http="409", code="400"):
    pass


class Busy(SynapseError, http="429", code="429"):
    pause = 20.0


class Maintenance(SynapseError, http="503", code="503"):
    pause = 300.0


class BankLogin:
    def __init__(self, gateway: str, user_key: str, base_url: str = "https://api.synapsefi.com/v3.1") -> None:
        self._base = base_url
        self._headers = {"X-SP-GATEWAY": gateway, "X-SP-USER": user_key}

    async def _once(self, session: aiohttp.ClientSession, url: str, info: dict[str, str]) -> tuple[int, dict[str, Any]]:
        async with session.post(url, json={"type": "ACH-US", "info": info}) as resp:
            try:
                body = await resp.json(content_type=None)
            except ValueError:
                body = {}
            if resp.status not in (200, 202):
                raise SynapseError.build(str(resp.status), body)
            return resp.status, body

    async def _patiently(self, session: aiohttp.ClientSession, url: str, info: dict[str, str]) -> tuple[int, dict[str, Any]]:
        for last in (False, False, True):
            try:
                return await self._once(session, url, info)
            except (Busy, Maintenance) as exc:
                if last:
                    raise
                await asyncio.sleep(exc.pause)
        raise AssertionError("unreachable")

    async def link(self, user_id: str, bank: str, login: str, password: str, ask: Ask) -> list[dict[str, Any]]:
        url = f"{self._base}/users/{user_id}/nodes"
        info = {"bank_id": login, "bank_pw": password, "bank_name": bank}
        async with aiohttp.ClientSession(headers=self._headers) as session:
            status, body = await self._patiently(session, url, info)
            questions = 8
            while status == 202:  # the bank asks something before it lets us in
                if questions == 0:
                    raise SynapseError("202", body.get("error_code"), "the bank keeps asking")
                questions -= 1
                question = body["mfa"]
                try:
                    info = {"access_token": question["access_token"], "mfa_answer": await ask(question["message"])}
                    status, body = await self._patiently(session, url, info)
                except WrongAnswer:
                    if questions == 0:
                        raise
            return body["nodes"]
