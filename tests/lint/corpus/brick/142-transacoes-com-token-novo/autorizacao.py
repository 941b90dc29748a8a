"""Token das APIs do Brick Bank. `emitir` fala com o provedor de identidade da casa."""
from __future__ import annotations

import logging
from typing import Callable, Generator

import httpx

log = logging.getLogger(__name__)


class TokenDaCasa(httpx.Auth):
    requires_response_body = True

    def __init__(self, emitir: Callable[[], str]) -> None:
        self._emitir = emitir
        self._token: str | None = None

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        if self._token is None:
            self._token = self._emitir()
        request.headers["Authorization"] = f"Bearer {self._token}"
        response = yield request
        if response.status_code != 401 or response.json().get("code") != "TOKEN_NAO_AUTORIZADO":
            return
        log.info("token vencido, emitindo outro")
        self._token = self._emitir()
        request.headers["Authorization"] = f"Bearer {self._token}"
        yield request
