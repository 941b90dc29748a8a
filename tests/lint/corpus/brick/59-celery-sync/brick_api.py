from __future__ import annotations

import http.client
import json
from typing import Any, NamedTuple
from urllib.parse import urlsplit


class Problema(NamedTuple):
    status: int
    code: str
    title: str
    detail: str
    interaction_id: str | None


class BrickError(Exception):
    def __init__(self, problema: Problema) -> None:
        super().__init__(f"{problema.status} {problema.code or problema.title}: {problema.detail}")
        self.problema = problema


class BrickServidorError(BrickError):
    pass


class BrickLimiteError(BrickError):
    pass


def _erro(resp: http.client.HTTPResponse, bruto: bytes) -> BrickError:
    try:
        corpo = json.loads(bruto)
    except ValueError:
        corpo = {}
    p = Problema(
        resp.status,
        corpo.get("code", corpo.get("error", "")),
        corpo.get("title", ""),
        corpo.get("detail") or corpo.get("error_description") or corpo.get("message") or resp.reason,
        resp.headers.get("x-fapi-interaction-id"),
    )
    if p.code == "LIMITE_OPERACIONAL_EXCEDIDO":
        return BrickLimiteError(p)
    # esse 500 vai para chamado no Service Desk
    if 500 <= p.status <= 509 and p.code != "ERRO_NO_FLUXO_OIDC":
        return BrickServidorError(p)
    return BrickError(p)


def obter(base_url: str, caminho: str, token: str) -> dict[str, Any]:
    alvo = urlsplit(base_url)
    classe = http.client.HTTPSConnection if alvo.scheme == "https" else http.client.HTTPConnection
    con = classe(alvo.netloc, timeout=30)
    try:
        con.request("GET", alvo.path + caminho, headers={"Authorization": f"Bearer {token}"})
        resp = con.getresponse()
        bruto = resp.read()
    finally:
        con.close()
    if resp.status == 200:
        return json.loads(bruto)
    raise _erro(resp, bruto)
