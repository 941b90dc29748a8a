"""Tarefa de fundo: copia as contas de cada consentimento ativo."""
from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from brick_api import BrickApi, BrickError

logger = logging.getLogger("sincronizacao")


@dataclass
class Consentimento:
    consent_id: str
    ativo: bool = True
    proxima: date | None = None
    ultimo_erro: str | None = None


@dataclass
class RepositorioConsentimentos:
    consentimentos: dict[str, Consentimento] = field(default_factory=dict)
    contas: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    def para_hoje(self, hoje: date) -> list[Consentimento]:
        return [c for c in self.consentimentos.values() if c.ativo and (c.proxima is None or c.proxima <= hoje)]


def _mes_que_vem(hoje: date) -> date:
    return (hoje.replace(day=1) + timedelta(days=32)).replace(day=1)


class Sincronizador:
    def __init__(self, api: BrickApi, repositorio: RepositorioConsentimentos, paralelas: int = 4) -> None:
        self._api = api
        self._repositorio = repositorio
        self._vagas = asyncio.Semaphore(paralelas)

    async def rodar(self, hoje: date) -> list[Consentimento]:
        fila = self._repositorio.para_hoje(hoje)
        async with asyncio.TaskGroup() as grupo:
            for consentimento in fila:
                grupo.create_task(self._sincronizar(consentimento, hoje))
        return fila

    async def _sincronizar(self, consentimento: Consentimento, hoje: date) -> None:
        async with self._vagas:
            try:
                corpo = await self._api.get(f"/consents/v1/{consentimento.consent_id}/accounts")
            except BrickError as erro:
                self._tratar(consentimento, erro, hoje)
                return
        self._repositorio.contas[consentimento.consent_id] = corpo.get("data") or []
        consentimento.ultimo_erro = None
        consentimento.proxima = hoje + timedelta(days=1)

    def _tratar(self, consentimento: Consentimento, erro: BrickError, hoje: date) -> None:
        logger.error("consentimento %s: %s", consentimento.consent_id, erro)
        consentimento.ultimo_erro = str(erro)
        match erro.status, erro.code:
            case 423, _:
                consentimento.proxima = _mes_que_vem(hoje)
            case 422, "CONSENTIMENTO_EM_STATUS_REJEITADO" | "OPERACAO_NAO_PERMITIDA_STATUS":
                consentimento.ativo = False
            case (401, "CONSENTIMENTO_NAO_AUTORIZADO") | (404, "CONSENTIMENTO_NAO_ENCONTRADO"):
                consentimento.ativo = False
            case status, _ if 400 <= status < 500:
                consentimento.proxima = date.max  # parado até alguém olhar
                raise erro
            case _:
                raise erro
