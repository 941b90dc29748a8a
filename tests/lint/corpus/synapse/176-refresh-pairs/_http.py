"""aiohttp client for SynapseFI v3.1."""

from __future__ import annotations

import json
from typing import Any

import aiohttp

from _pairs import NextStep, Pair, policy_for

BASE_URL = "https://api.synapsefi.com/v3.1"
SUCCESS = "0"


class SynapseError(Exception):
    """Anything but a final success."""

    def __init__(self, pair: Pair, text: str) -> None:
        super().__init__(f"{pair}: {text}")
        self.pair = pair
        self.text = text

    @property
    def step(self) -> NextStep:
        """What to do about it."""
        return policy_for(self.pair).step


def _text(body: dict[str, Any]) -> str:
    match body.get("error"):
        case {"en": str(text)}:
            return text
        case str(text):
            return text
        case _:
            return ""


async def patch(session: aiohttp.ClientSession, url: str, **params: str) -> dict[str, Any]:
    """Send a PATCH and return the body of a final success."""
    async with session.patch(url, params=params) as response:
        raw = await response.text()
        status = str(response.status)
    try:
        body = json.loads(raw)
    except ValueError:
        raise SynapseError(Pair(status, ""), "reply is not JSON") from None
    if not isinstance(body, dict):
        raise SynapseError(Pair(status, ""), "reply is not an object")
    pair = Pair(str(body.get("http_code", status)), str(body.get("error_code", "")))
    if status != "200" or pair != Pair("200", SUCCESS) or body.get("success") is False:
        raise SynapseError(pair, _text(body))
    return body
