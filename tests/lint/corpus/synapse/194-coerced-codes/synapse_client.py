from __future__ import annotations

from http import HTTPStatus
from typing import Any

import httpx

from schemas import ErrorCode, SynapseReply


class SynapseError(Exception):
    def __init__(self, status: int, reply: SynapseReply) -> None:
        super().__init__(f"HTTP {status} pair {reply.pair}: {reply.error.get('en', '')}")
        self.status = status
        self.http_code = reply.http_code
        self.error_code = reply.error_code
        self.reply = reply


class NotLoggedIn(SynapseError):
    """Our keys or the customer's were refused."""


class Unavailable(SynapseError):
    """Maintenance at the bank or at Synapse."""


AUTH = {ErrorCode.CLIENT_CREDENTIALS, ErrorCode.USER_CREDENTIALS, ErrorCode.FINGERPRINT}


class SynapseClient:
    def __init__(self, http: httpx.AsyncClient) -> None:
        self._http = http

    @classmethod
    def connect(cls, gateway: str, user: str, base_url: str = "https://api.synapsefi.com/v3.1") -> "SynapseClient":
        headers = {"X-SP-GATEWAY": gateway, "X-SP-USER": user}
        return cls(httpx.AsyncClient(base_url=base_url, headers=headers, timeout=100))

    async def send(self, method: str, path: str, **options: Any) -> SynapseReply:
        response = await self._http.request(method, path, **options)
        reply = SynapseReply.model_validate_json(response.content)
        if reply.error_code == ErrorCode.SUCCESS and response.status_code == HTTPStatus.OK:
            return reply
        if reply.error_code == ErrorCode.ACTION_PENDING:
            return reply
        if reply.error_code in AUTH:
            raise NotLoggedIn(response.status_code, reply)
        if reply.pair == (503, 503):
            raise Unavailable(response.status_code, reply)
        raise SynapseError(response.status_code, reply)

    async def aclose(self) -> None:
        await self._http.aclose()
