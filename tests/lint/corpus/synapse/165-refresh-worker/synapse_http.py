from __future__ import annotations

import logging
from collections.abc import Generator
from dataclasses import dataclass
from typing import Any

import httpx

from settings import WorkerSettings

log = logging.getLogger("refresh.http")


class SynapseAuth(httpx.Auth):
    def __init__(self, gateway: str, oauth: str) -> None:
        self._headers = {"X-SP-GATEWAY": gateway, "X-SP-USER": f"{oauth}|refresh-worker"}

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        request.headers.update(self._headers)
        yield request


@dataclass(frozen=True)
class Reply:
    http_code: str
    error_code: str
    message: str
    body: dict[str, Any]

    @property
    def pair(self) -> tuple[str, str]:
        return self.http_code, self.error_code


class RefreshFailed(Exception):
    def __init__(self, node: str, reply: Reply) -> None:
        super().__init__(f"node {node}: {reply.http_code}/{reply.error_code} {reply.message}")
        self.node = node
        self.reply = reply


class SynapseHttp:
    def __init__(self, settings: WorkerSettings) -> None:
        self._settings = settings

    async def refresh(self, user: str, node: str) -> Reply:
        s = self._settings
        async with httpx.AsyncClient(
            base_url=s.base_url, auth=SynapseAuth(s.gateway_key, s.oauth_key), timeout=90
        ) as http:
            response = await http.patch(f"/users/{user}/nodes/{node}", params={"force_refresh": "yes"})
        try:
            body = response.json()
        except ValueError:
            response.raise_for_status()
            raise
        log.info("refresh %s -> %s", node, response.status_code)
        return Reply(
            http_code=str(body.get("http_code", response.status_code)),
            error_code=str(body.get("error_code", "0" if response.is_success else "missing")),
            message=(body.get("error") or {}).get("en", ""),
            body=body,
        )
