from __future__ import annotations

from typing import Any

import httpx

from results import Linked, LinkResult, Question, Rejected


def parse(body: dict[str, Any]) -> LinkResult:
    match body.get("error_code", ""):
        case "0":
            return Linked(tuple(node["_id"] for node in body.get("nodes", [])))
        case "10":
            mfa = body.get("mfa") or {}
            return Question(mfa.get("access_token", ""), mfa.get("message", ""), "10")
        case code:
            return Rejected(body.get("http_code", ""), code, body)


class BankLogin:
    def __init__(self, http: httpx.AsyncClient, user_id: str) -> None:
        self.http = http
        self.path = f"/users/{user_id}/nodes"

    async def start(self, bank: str, login: str, password: str) -> LinkResult:
        info = {"bank_id": login, "bank_pw": password, "bank_name": bank}
        reply = await self.http.post(self.path, json={"type": "ACH-US", "info": info})
        return parse(reply.json())

    async def answer(self, question: Question, text: str) -> LinkResult:
        payload = {"access_token": question.access_token, "mfa_answer": text}
        reply = await self.http.post(self.path, json=payload)
        return parse(reply.json())


def connect(base_url: str = "https://api.synapsefi.com/v3.1", **headers: str) -> httpx.AsyncClient:
    return httpx.AsyncClient(base_url=base_url, headers=headers, timeout=100)
