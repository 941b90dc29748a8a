"""Coletor de dados cadastrais e transacionais via Brick Bank (receptor de dados)."""
from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import aiohttp

log = logging.getLogger(__name__)

ESPERA_50X = (3, 6, 12, 24, 48)
ESPERA_OUTRA_INSTITUICAO = (300, 600)
CATEGORIAS = ("customers", "accounts", "credit-cards", "loans")


@dataclass(frozen=True)
class Falha:
    status: int
    codigo: str
    titulo: str
    detalhe: str
    interacao: str | None = None


class ErroBrick(Exception):
    def __init__(self, falha: Falha) -> None:
        super().__init__(f"{falha.status} {falha.codigo} {falha.titulo}")
        self.falha = falha


class ConsentimentoPerdido(ErroBrick):
    """Nenhuma categoria vai responder com este consentimento."""


class LimiteMensal(ErroBrick):
    """Parar com esta instituicao ate o proximo periodo."""


@dataclass
class Coleta:
    consentimento: str
    dados: dict[str, Any] = field(default_factory=dict)
    fora_do_consentimento: list[str] = field(default_factory=list)
    falhas: dict[str, Falha] = field(default_factory=dict)


def espera_para(falha: Falha) -> Sequence[int]:
    match falha:
        case Falha(codigo="ERRO_CHAMADA_API" | "TIMEOUT_CHAMADA_API"):
            return ESPERA_OUTRA_INSTITUICAO
        case Falha(codigo="ERRO_NO_FLUXO_OIDC"):
            return ()
        case Falha(status=s) if s // 10 == 50:
            return ESPERA_50X
        case Falha(status=429) if "too many sessions" in f"{falha.codigo} {falha.titulo} {falha.detalhe}".lower():
            return ESPERA_50X
        case _:
            return ()


class Coletor:
    def __init__(self, token: str, base_url: str, paralelas: int = 2) -> None:
        self._url = base_url
        self._cabecalhos = {"Authorization": f"Bearer {token}"}
        self._vagas = asyncio.Semaphore(paralelas)

    async def _request(self, sessao: aiohttp.ClientSession, caminho: str, consentimento: str) -> Any:
        async with sessao.get(self._url + caminho, headers={"x-consent-id": consentimento}) as resposta:
            if resposta.status < 300:
                return await resposta.json()
            texto = await resposta.text()
            try:
                corpo = await resposta.json(content_type=None) or {}
            except ValueError:
                corpo = {}
            raise ErroBrick(
                Falha(
                    resposta.status,
                    corpo.get("code") or corpo.get("error") or "",
                    corpo.get("title") or corpo.get("message") or texto[:80],
                    corpo.get("detail") or corpo.get("error_description") or "",
                    resposta.headers.get("x-fapi-interaction-id"),
                )
            )

    async def _insistir(self, sessao: aiohttp.ClientSession, caminho: str, consentimento: str) -> Any:
        vez = 0
        while True:
            try:
                async with self._vagas:
                    return await self._request(sessao, caminho, consentimento)
            except ErroBrick as erro:
                espera = espera_para(erro.falha)
                if vez >= len(espera):
                    raise
                log.info("%s: %s, nova tentativa em %ss", caminho, erro, espera[vez])
                await asyncio.sleep(espera[vez])
                vez += 1

    async def _categoria(self, sessao: aiohttp.ClientSession, nome: str, coleta: Coleta) -> None:
        try:
            coleta.dados[nome] = await self._insistir(sessao, f"/{nome}", coleta.consentimento)
        except ErroBrick as erro:
            match erro.falha.codigo:
                case "CONSENTIMENTO_NAO_AUTORIZADO":
                    coleta.fora_do_consentimento.append(nome)
                case "CONSENTIMENTO_EM_STATUS_REJEITADO" | "CONSENTIMENTO_NAO_ENCONTRADO" | "CONSENTIMENTO_INVALIDO":
                    raise ConsentimentoPerdido(erro.falha) from erro
                case "LIMITE_OPERACIONAL_EXCEDIDO":
                    raise LimiteMensal(erro.falha) from erro
                case _:
                    coleta.falhas[nome] = erro.falha

    async def coletar(self, consentimento: str, categorias: Sequence[str] = CATEGORIAS) -> Coleta:
        coleta = Coleta(consentimento)
        prazo = aiohttp.ClientTimeout(total=60)
        async with aiohttp.ClientSession(headers=self._cabecalhos, timeout=prazo) as sessao:
            tarefas = [asyncio.create_task(self._categoria(sessao, nome, coleta)) for nome in categorias]
            try:
                await asyncio.gather(*tarefas)
            finally:
                for tarefa in tarefas:
                    tarefa.cancel()
        if len(coleta.fora_do_consentimento) == len(categorias):
            log.warning("%s: nenhuma categoria autorizada", consentimento)
        return coleta
