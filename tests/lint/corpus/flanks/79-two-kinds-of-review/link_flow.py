"""From the code of the widget to a token, and who has to be told what."""
from __future__ import annotations

import logging
from typing import Any

import urllib3

import token_state
from token_state import TokenReply, TokenState

logger = logging.getLogger(__name__)


class LinkFlow:
    def __init__(self, bearer: str, host: str = "https://api.flanks.io") -> None:
        self.host = host
        self.headers = {"Authorization": f"Bearer {bearer}"}
        self.texts = {
            TokenState.USABLE: self._welcome,
            TokenState.DELAYED: self._patience,
            TokenState.REFUSED: self._sorry,
        }

    def exchange(self, code: str) -> TokenReply:
        response = urllib3.request(
            "POST", f"{self.host}/v0/platform/link", json={"code": code}, headers=self.headers, timeout=15, retries=False
        )
        body: dict[str, Any] = response.json()
        reply = token_state.read(response.status, body)
        if reply.state is TokenState.REFUSED:
            logger.error("link: %s %s %s", response.status, reply.error_code, body.get("error"))
        return reply

    def text(self, reply: TokenReply) -> str:
        return self.texts[reply.state](reply)

    def _welcome(self, reply: TokenReply) -> str:
        return "Your bank is connected."

    def _patience(self, reply: TokenReply) -> str:
        return f"Your bank is connected, data will follow in one or two days [{reply.error_code}]."

    def _sorry(self, reply: TokenReply) -> str:
        return f"Your bank could not be connected [{reply.http_status}/{reply.error_code}]."
