"""Reconecta as instituições cujos dados venceram. Roda como serviço, o dia todo."""
from __future__ import annotations

import json
import logging
import os
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from datetime import datetime, timedelta
from datetime import time as hora

log = logging.getLogger("reconexao")

KLAVI = os.getenv("KLAVI_URL", "https://api.klavi.ai")


class ReconexaoFalhou(Exception):
    def __init__(self, codigo: int, texto: str) -> None:
        super().__init__(f"[{codigo}] {texto}")
        self.codigo = codigo
        self.texto = texto


def daqui_a(**quanto: int) -> Callable[[datetime], datetime]:
    return lambda agora: agora + timedelta(**quanto)


def amanha_cedo(agora: datetime) -> datetime:
    return datetime.combine(agora.date() + timedelta(days=1), hora(7, 30))


PROXIMA: dict[int, Callable[[datetime], datetime]] = {
    414: amanha_cedo,
    415: daqui_a(minutes=30),
    429: daqui_a(minutes=1),
}


class Reconexao:
    def __init__(
        self,
        token: str,
        base: str = KLAVI,
        relogio: Callable[[], datetime] = datetime.now,
        vezes: int = 3,
    ) -> None:
        self.token = token
        self.base = base
        self.relogio = relogio
        self.vezes = vezes

    def _enviar(self, link: str) -> dict:
        pedido = urllib.request.Request(
            f"{self.base}/link/v1/{link}/connect",
            data=b"{}",
            method="POST",
            headers={"Authorization": "Bearer " + self.token, "Content-Type": "application/json"},
        )
        try:
            with urllib.request.urlopen(pedido, timeout=60) as resposta:
                return json.load(resposta)
        except urllib.error.HTTPError as erro:
            return json.load(erro)

    def conectar(self, link: str) -> dict:
        for vez in range(1, self.vezes + 1):
            corpo = self._enviar(link)
            codigo = int(corpo["code"])
            if codigo in (200, 201, 202, 203):
                return {"dados": corpo.get("data"), "ressalva": None if codigo == 200 else codigo}
            proxima = PROXIMA.get(codigo)
            if proxima is None or vez == self.vezes:
                raise ReconexaoFalhou(codigo, corpo.get("message", ""))
            agora = self.relogio()
            momento = proxima(agora)
            log.info("%s: código %d, volto às %s", link, codigo, momento)
            time.sleep((momento - agora).total_seconds())
        raise RuntimeError("vezes deve ser positivo")

    def todos(self, links: list[str]) -> dict[str, object]:
        saida: dict[str, object] = {}
        for link in links:
            try:
                saida[link] = self.conectar(link)
            except ReconexaoFalhou as falha:
                saida[link] = falha
        return saida
