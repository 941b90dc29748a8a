import json
import typing as t

import httpx


class TokenRenovavel(httpx.Auth):
    """Um token expirado é trocado e a requisição segue uma única vez com o novo."""

    def __init__(self, token: str, renovar: t.Callable[[], t.Awaitable[str]]) -> None:
        self._token = token
        self._renovar = renovar

    async def async_auth_flow(self, request: httpx.Request) -> t.AsyncGenerator[httpx.Request, httpx.Response]:
        request.headers["Authorization"] = f"Bearer {self._token}"
        response = yield request
        if response.status_code == 401 and self._expirado(await response.aread()):
            self._token = await self._renovar()
            request.headers["Authorization"] = f"Bearer {self._token}"
            yield request

    @staticmethod
    def _expirado(conteudo: bytes) -> bool:
        try:
            return json.loads(conteudo).get("code") == "TOKEN_NAO_AUTORIZADO"
        except ValueError:
            return False
