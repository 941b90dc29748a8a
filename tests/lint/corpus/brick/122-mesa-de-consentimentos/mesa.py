"""Mesa de consentimentos do banco: pede, acompanha e encaminha o que não deu certo."""
from __future__ import annotations

import logging
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any, Callable, Protocol

import requests

from politica import ESPERAS_50X, Destino, Resposta, destino, proxima_data

log = logging.getLogger("mesa")


@dataclass(frozen=True)
class Parecer:
    """O que a mesa responde a quem pediu o consentimento."""

    destino: Destino
    status: int
    codigo: str
    detalhe: str
    interacao: str
    dados: dict[str, Any] | None = None
    nao_antes_de: datetime | None = None


class Filas(Protocol):
    def agendar(self, brand_id: str, quando: datetime, parecer: Parecer) -> None: ...

    def revisar(self, brand_id: str, parecer: Parecer) -> None: ...


@dataclass
class FilasEmMemoria:
    agenda: list[tuple[str, datetime, Parecer]] = field(default_factory=list)
    revisao: list[tuple[str, Parecer]] = field(default_factory=list)

    def agendar(self, brand_id: str, quando: datetime, parecer: Parecer) -> None:
        self.agenda.append((brand_id, quando, parecer))

    def revisar(self, brand_id: str, parecer: Parecer) -> None:
        self.revisao.append((brand_id, parecer))


class CofreDeToken:
    def __init__(self, emitir: Callable[[], str]) -> None:
        self._emitir = emitir
        self._token: str | None = None

    def atual(self) -> str:
        if self._token is None:
            self._token = self._emitir()
        return self._token

    def descartar(self) -> None:
        self._token = None


class Mesa:
    def __init__(self, base_url: str, cofre: CofreDeToken, filas: Filas, *, metricas: Counter[str] | None = None) -> None:
        self._url = f"{base_url}/data/consents"
        self._cofre = cofre
        self._filas = filas
        self._sessao = requests.Session()
        self.metricas = Counter() if metricas is None else metricas

    def _enviar(self, pedido: dict[str, Any]) -> Resposta:
        r = self._sessao.post(
            self._url, json=pedido, headers={"Authorization": f"Bearer {self._cofre.atual()}"}, timeout=(3, 30),
            allow_redirects=False,
        )
        try:
            corpo = r.json()
        except ValueError:
            corpo = {}
        resposta = Resposta(r.status_code, corpo if isinstance(corpo, dict) else {}, r.headers.get("x-fapi-interaction-id", ""))
        self.metricas[f"brick.{resposta.status}.{resposta.codigo or '-'}"] += 1
        return resposta

    def _enviar_com_espera(self, pedido: dict[str, Any]) -> Resposta:
        resposta = self._enviar(pedido)
        for espera in ESPERAS_50X:
            if destino(resposta) is not Destino.INSTAVEL:
                break
            log.info("brick instável (%s), nova tentativa em %.0f s", resposta.status, espera)
            time.sleep(espera)
            resposta = self._enviar(pedido)
        return resposta

    def pedir(self, brand_id: str, permissoes: list[str]) -> Parecer:
        pedido = {"brandId": brand_id, "data": {"permissions": permissoes}}
        resposta = self._enviar_com_espera(pedido)
        if destino(resposta) is Destino.RENOVAR_TOKEN:
            self._cofre.descartar()
            resposta = self._enviar(pedido)
        return self._encaminhar(brand_id, resposta)

    def _encaminhar(self, brand_id: str, r: Resposta) -> Parecer:
        para = destino(r)
        quando = proxima_data(r, datetime.now(timezone.utc)) if para is Destino.REAGENDADO else None
        parecer = Parecer(para, r.status, r.codigo, r.detalhe, r.interacao, r.corpo.get("data"), quando)
        if quando is not None:
            self._filas.agendar(brand_id, quando, parecer)
        elif para not in (Destino.CONCLUIDO, Destino.EM_PROCESSAMENTO, Destino.AGUARDANDO_APROVADORES):
            self._filas.revisar(brand_id, parecer)
            log.warning("consentimento %s para revisão: %s %s", brand_id, r.status, r.codigo)
        return parecer
