"""Bank login with the user on the line.

Every code that the user can cure turns into a question; the form goes out again
only with what the user answered.
"""
from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any, AsyncIterator

import aiohttp

from dialogue import Dialogue

THIRTY_MINUTES = 30 * 60


@dataclass(frozen=True)
class Form:
    institution: str
    cpf: str
    password: str
    mfa: str | None = None

    def json(self) -> dict[str, str]:
        return {k: v for k, v in vars(self).items() if v is not None}


@dataclass(frozen=True)
class LoggedIn:
    data: Any
    limits: str | None = None


class LoginRefused(Exception):
    def __init__(self, code: int, message: str) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code
        self.message = message


LIMITS = {
    200: None,
    201: "extra authorization pending",
    202: "some transactions are missing",
    203: "no CPF in the report",
}


class BankLogin:
    def __init__(self, token: str, dialogue: Dialogue, base_url: str = "https://api.klavi.ai") -> None:
        self.token = token
        self.dialogue = dialogue
        self.base_url = base_url

    @asynccontextmanager
    async def _http(self) -> AsyncIterator[aiohttp.ClientSession]:
        headers = {"Authorization": f"Bearer {self.token}"}
        async with aiohttp.ClientSession(headers=headers) as http:
            yield http

    async def _submit(self, http: aiohttp.ClientSession, form: Form) -> tuple[int, dict[str, Any]]:
        async with http.post(f"{self.base_url}/v1/login", json=form.json()) as answer:
            body = await answer.json(content_type=None)
        return int(body["code"]), body

    async def _cured(self, code: int, message: str, form: Form) -> Form | None:
        match code:
            case 433:
                answer = await self.dialogue.ask_password(message)
                return replace(form, password=answer) if answer else None
            case 434 | 435:
                answer = await self.dialogue.ask_mfa(message)
                return replace(form, mfa=answer) if answer else None
            case 413:
                return form if await self.dialogue.sessions_closed(message) else None
            case 415:
                await self.dialogue.tell("Your device is being registered, hold on for half an hour.")
                await asyncio.sleep(THIRTY_MINUTES)
                return form
            case _:
                return None

    async def login(self, form: Form, rounds: int = 4) -> LoggedIn:
        async with self._http() as http:
            code, body = await self._submit(http, form)
            while code not in LIMITS:
                rounds -= 1
                message = body.get("message", "")
                cured = await self._cured(code, message, form) if rounds else None
                if cured is None:
                    raise LoginRefused(code, message)
                form = cured
                code, body = await self._submit(http, form)
        return LoggedIn(body.get("data"), LIMITS[code])

    async def login_all(self, forms: list[Form]) -> list[LoggedIn | BaseException]:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(self._guarded(form)) for form in forms]
        return [task.result() for task in tasks]

    async def _guarded(self, form: Form) -> LoggedIn | LoginRefused:
        try:
            return await self.login(form)
        except LoginRefused as refused:
            return refused
