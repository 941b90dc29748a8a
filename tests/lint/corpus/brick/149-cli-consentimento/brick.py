"""Uma chamada, com as novas tentativas que a tabela permite."""
from __future__ import annotations

import http.client
import json
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote, urlsplit

from tabela import Destino, destino


class RespostaBrick(Exception):
    """Tudo o que não traz os dados pedidos."""

    def __init__(self, status: int, corpo: dict[str, Any]) -> None:
        self.status = status
        self.corpo = corpo
        self.codigo: str = corpo.get("code") or corpo.get("error") or ""
        super().__init__(f"HTTP {status} {self.codigo or corpo.get('message') or 'sem código'}")

    @property
    def destino(self) -> Destino:
        return destino(self.status, self.codigo)


def _json(bruto: bytes) -> dict[str, Any]:
    try:
        corpo = json.loads(bruto)
    except ValueError:
        return {}
    return corpo if isinstance(corpo, dict) else {}


class Consentimentos:
    def __init__(self, base_url: str, token: str, timeout: float = 20) -> None:
        self._url = urlsplit(base_url)
        self._token = token
        self._timeout = timeout

    def _obter(self, caminho: str) -> dict[str, Any]:
        classe = http.client.HTTPConnection if self._url.scheme == "http" else http.client.HTTPSConnection
        conexao = classe(self._url.netloc, timeout=self._timeout)
        try:
            conexao.request("GET", self._url.path.rstrip("/") + caminho,
                            headers={"Authorization": f"Bearer {self._token}"})
            resposta = conexao.getresponse()
            corpo = _json(resposta.read())
        finally:
            conexao.close()
        if resposta.status not in (200, 203) or "data" not in corpo:
            raise RespostaBrick(resposta.status, corpo)
        return corpo["data"]

    def consultar(self, consentimento: str) -> dict[str, Any]:
        caminho = f"/data/consents/{quote(consentimento, safe='')}"
        agenda: tuple[Destino, Iterator[float]] | None = None
        while True:
            try:
                return self._obter(caminho)
            except RespostaBrick as resposta:
                # Uma só agenda por consulta: se o motivo muda no meio do caminho, desistimos.
                agenda = agenda or (resposta.destino, iter(resposta.destino.value.esperas))
                espera = next(agenda[1], None)
                if espera is None or resposta.destino is not agenda[0]:
                    raise
            time.sleep(espera)
