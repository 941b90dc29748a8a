from __future__ import annotations

import logging

import httpx
from pydantic import BaseModel

log = logging.getLogger(__name__)

TENTAR_MAIS_TARDE = frozenset({"ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API"})
TOKEN_RECUSADO = "TOKEN_NAO_AUTORIZADO"


class Problema(BaseModel):
    code: str = ""
    title: str = ""
    detail: str = ""


class BrickError(Exception):
    def __init__(self, status: int, problema: Problema) -> None:
        super().__init__(f"HTTP {status} {problema.code} {problema.title}: {problema.detail}")
        self.status = status
        self.code = problema.code
        self.problema = problema

    @property
    def outra_instituicao_fora(self) -> bool:
        return self.code in TENTAR_MAIS_TARDE

    @property
    def servidor(self) -> bool:
        return self.status in (500, 502, 503, 504)


class TokenProvider:
    def __init__(self, url: str, client_id: str, secret: str) -> None:
        self.url, self.client_id, self.secret = url, client_id, secret
        self._token: str | None = None

    def get(self, force: bool = False) -> str:
        if force or self._token is None:
            reply = httpx.post(
                self.url,
                data={"grant_type": "client_credentials", "client_id": self.client_id, "client_secret": self.secret},
            )
            if reply.status_code != 200:
                raise BrickError(reply.status_code, _problema(reply))
            self._token = reply.json()["access_token"]
        return self._token


def _problema(resposta: httpx.Response) -> Problema:
    try:
        corpo = resposta.json()
    except ValueError:
        return Problema(detail=resposta.text[:200])
    return Problema(
        code=corpo.get("code") or corpo.get("error") or "",
        title=corpo.get("title") or "",
        detail=corpo.get("detail") or corpo.get("error_description") or corpo.get("message") or "",
    )


class BrickApi:
    def __init__(self, base_url: str, tokens: TokenProvider) -> None:
        self._http = httpx.Client(base_url=base_url, timeout=30)
        self._tokens = tokens

    def recursos(self, consent_id: str) -> list[dict]:
        try:
            return self._get(f"/consents/{consent_id}/resources")["data"]
        except BrickError as exc:
            if exc.code != TOKEN_RECUSADO:
                raise
            log.info("token expirado, gerando outro")
            return self._get(f"/consents/{consent_id}/resources", novo_token=True)["data"]

    def _get(self, path: str, novo_token: bool = False) -> dict:
        token = self._tokens.get(force=novo_token)
        resposta = self._http.get(path, headers={"Authorization": f"Bearer {token}"})
        if resposta.status_code != 200:
            raise BrickError(resposta.status_code, _problema(resposta))
        return resposta.json()
