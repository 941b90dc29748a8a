from __future__ import annotations

import time

import httpx


class Credencial:
    """Token de segurança obtido do servidor de autorização da própria instituição."""

    def __init__(self, url: str, client_id: str, client_secret: str) -> None:
        self._url = url
        self._dados = {"grant_type": "client_credentials", "client_id": client_id, "client_secret": client_secret}
        self._token: str | None = None
        self._vence = 0.0

    def token(self) -> str:
        if self._token is None or time.monotonic() >= self._vence:
            resposta = httpx.post(self._url, data=self._dados, timeout=10)
            resposta.raise_for_status()
            corpo = resposta.json()
            self._token = corpo["access_token"]
            self._vence = time.monotonic() + corpo.get("expires_in", 300) - 30
        return self._token

    def descartar(self) -> None:
        self._token = None
