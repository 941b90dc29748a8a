from __future__ import annotations

import itertools
import json
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import singledispatch
from pathlib import Path
from typing import Any

import requests

from falhas import (
    ACEITO_SEM_CONCLUIR, FalhaBrick, FalhaOutraInstituicao, FalhaServidor, LimiteOperacional, TokenRecusado,
)


class Duracao:
    """Atributo em segundos na configuração, timedelta no código."""

    def __init__(self, segundos: float) -> None:
        self._padrao = timedelta(seconds=segundos)

    def __set_name__(self, dono: type, nome: str) -> None:
        self._nome = "_" + nome

    def __get__(self, obj: object, dono: type | None = None) -> timedelta:
        return getattr(obj, self._nome, self._padrao)

    def __set__(self, obj: object, segundos: float) -> None:
        setattr(obj, self._nome, timedelta(seconds=segundos))


class Politica:
    base = Duracao(3)
    outra_instituicao = Duracao(5 * 60)
    repeticoes = 5


@dataclass
class Relogios:
    servidor: Iterator[timedelta]
    instituicao: Iterator[timedelta]

    @classmethod
    def novos(cls, politica: Politica) -> Relogios:
        dobrando = itertools.accumulate(itertools.repeat(politica.base), lambda anterior, _: anterior * 2)
        return cls(itertools.islice(dobrando, politica.repeticoes), iter((politica.outra_instituicao,)))


@singledispatch
def proxima_espera(falha: FalhaBrick, relogios: Relogios) -> timedelta | None:
    return None


@proxima_espera.register
def _(falha: FalhaServidor, relogios: Relogios) -> timedelta | None:
    return next(relogios.servidor, None)


@proxima_espera.register
def _(falha: FalhaOutraInstituicao, relogios: Relogios) -> timedelta | None:
    return next(relogios.instituicao, None)


@dataclass(frozen=True)
class Resultado:
    concluido: bool
    corpo: dict[str, Any] | None


class Consentimentos:
    def __init__(self, novo_token: Callable[[], str], estado: Path, base_url: str, politica: Politica | None = None) -> None:
        self._novo_token, self._estado, self._base = novo_token, estado, base_url
        self._politica = politica or Politica()
        self._sessao = requests.Session()
        self._sessao.headers["Authorization"] = f"Bearer {novo_token()}"

    def consultar(self, consent_id: str) -> Resultado:
        if self._estado.exists() and date.today() < date.fromisoformat(json.loads(self._estado.read_text())["retorno"]):
            raise RuntimeError("limite operacional do mês atingido; nada foi enviado")
        relogios, renovado = Relogios.novos(self._politica), False
        while True:
            try:
                return self._uma_vez(f"/open-banking/consents/{consent_id}")
            except TokenRecusado:
                if renovado:
                    raise
                self._sessao.headers["Authorization"] = f"Bearer {self._novo_token()}"
                renovado = True
            except LimiteOperacional:
                proximo_mes = (date.today().replace(day=1) + timedelta(days=32)).replace(day=1)
                self._estado.write_text(json.dumps({"retorno": proximo_mes.isoformat()}))
                raise
            except FalhaBrick as falha:
                espera = proxima_espera(falha, relogios)
                if espera is None:
                    raise
                time.sleep(espera.total_seconds())

    def consultar_lote(self, ids: Iterable[str], ao_receber: Callable[[str, Resultado], None]) -> None:
        falhas: list[FalhaBrick] = []
        for consent_id in ids:
            try:
                ao_receber(consent_id, self.consultar(consent_id))
            except FalhaBrick as falha:
                falha.add_note(f"consentimento {consent_id}")
                falhas.append(falha)
                if isinstance(falha, LimiteOperacional):
                    break
        if falhas:
            raise ExceptionGroup(f"{len(falhas)} consentimentos sem resposta", falhas)

    def _uma_vez(self, caminho: str) -> Resultado:
        resposta = self._sessao.get(self._base + caminho, timeout=30)
        if resposta.status_code >= 400:
            raise FalhaBrick.da_resposta(resposta)
        corpo = resposta.json() if resposta.content else None
        return Resultado(resposta.status_code != ACEITO_SEM_CONCLUIR, corpo)
