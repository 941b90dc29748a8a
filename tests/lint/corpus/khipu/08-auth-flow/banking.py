from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any

import httpx

from auth import RenewingToken, jwt_signer


@dataclass(eq=False)
class KhipuError(Exception):
    code: str
    type: str
    description: str

    def __str__(self) -> str:
        return f"{self.code} ({self.type}) {self.description}"


class ComeBackLater(KhipuError):
    hours = 4


class Banking:
    def __init__(self, receiver_id: str, secret: bytes, base_url: str = "https://api.khipu.com") -> None:
        self._auth = RenewingToken(jwt_signer(receiver_id, secret))
        self._base_url = base_url

    async def _once(self, http: httpx.AsyncClient, path: str, body: dict[str, Any]) -> Any:
        doc = (await http.post(path, json=body)).json()
        match doc:
            case {"Status": "OK", "Data": data}:
                return data
            case {"Error": {"Code": code, "Type": "WAIT_4_HOURS_BEFORE_RETRY" as kind, "Description": text}}:
                raise ComeBackLater(code, kind, text)
            case {"Error": {"Code": code, "Type": kind, "Description": text}}:
                raise KhipuError(code, kind, text)
            case _:
                raise ValueError(f"not a Khipu answer: {doc!r}")

    async def accounts(self, bank: str, username: str, password: str) -> list[dict[str, Any]]:
        body = {"Username": username, "Password": password}
        async with httpx.AsyncClient(auth=self._auth, base_url=self._base_url, timeout=120) as http:
            for left in (2, 1, 0):
                try:
                    data = await self._once(http, f"/v1/cl/banks/{bank}/personas/accounts", body)
                except KhipuError as error:
                    if error.type != "RETRY_IMMEDIATELY" or not left:
                        raise
                    await asyncio.sleep(0.5)
                else:
                    return data["Accounts"]
        raise AssertionError("unreachable")
