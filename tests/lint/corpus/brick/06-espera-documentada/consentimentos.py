"""Situação dos consentimentos de dados, consultada no Brick Bank."""
from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from espera import agenda


class ConsultaRecusada(Exception):
    def __init__(self, status: int, corpo: dict[str, Any]) -> None:
        self.status = status
        self.codigo = corpo.get("code") or corpo.get("error")
        self.corpo = corpo
        super().__init__(f"HTTP {status}: {corpo}")


@dataclass
class Consulta:
    base_url: str
    token: str
    dormir: Callable[[float], None] = time.sleep

    def _abrir(self, caminho: str) -> dict[str, Any]:
        pedido = urllib.request.Request(
            self.base_url + caminho, headers={"Authorization": "Bearer " + self.token}
        )
        try:
            with urllib.request.urlopen(pedido, timeout=20) as resposta:
                corpo = json.load(resposta)
                if resposta.status != 200:
                    raise ConsultaRecusada(resposta.status, corpo)
                return corpo
        except urllib.error.HTTPError as erro:
            try:
                corpo = json.load(erro)
            except ValueError:
                corpo = {"message": erro.reason}
            raise ConsultaRecusada(erro.code, corpo) from erro

    def situacao(self, consent_id: str) -> str:
        feitas: Counter[tuple[float, ...]] = Counter()
        while True:
            try:
                return self._abrir(f"/open-banking/consents/v3/consents/{consent_id}")["data"]["status"]
            except ConsultaRecusada as recusa:
                esperas = agenda(recusa.status, recusa.codigo)
                if feitas[esperas] == len(esperas):
                    raise
                pausa = esperas[feitas[esperas]]
                feitas[esperas] += 1
            self.dormir(pausa)
