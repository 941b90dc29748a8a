# -*- coding: utf-8 -*-
"""Agenda de reconexão: consulta o relatório e reprograma o que pode voltar."""
from __future__ import annotations

import heapq
import itertools
import logging
import time
from dataclasses import dataclass, field

import requests

from prazos import ACAO_DO_CLIENTE, PRAZOS

log = logging.getLogger("agenda")


class FalhaKlavi(Exception):
    def __init__(self, codigo: int, mensagem: str) -> None:
        super().__init__("klavi %s: %s" % (codigo, mensagem))
        self.codigo = codigo
        self.mensagem = mensagem


class PrecisaDoCliente(FalhaKlavi):
    pass


@dataclass(order=True)
class Tarefa:
    quando: float
    ordem: int
    cpf: str = field(compare=False)
    voltas: int = field(default=0, compare=False)


class Agenda:
    MAX_VOLTAS = 2

    def __init__(self, parceiro: str, token: str, base_url: str = "https://api.klavi.ai") -> None:
        self.url = base_url + "/data/v1/login"
        self.sessao = requests.Session()
        self.sessao.headers.update({"partnerCode": parceiro, "partnerToken": token})
        self._fila: list[Tarefa] = []
        self._ordem = itertools.count()
        self.prontos: dict[str, dict] = {}
        self.mortos: dict[str, FalhaKlavi] = {}

    def agendar(self, cpf: str, daqui_a: float = 0.0, voltas: int = 0) -> None:
        heapq.heappush(self._fila, Tarefa(time.time() + daqui_a, next(self._ordem), cpf, voltas))

    def _login(self, cpf: str) -> dict:
        resposta = self.sessao.post(self.url, json={"cpf": cpf}, timeout=60)
        corpo = resposta.json()
        codigo = int(corpo["code"])
        if 200 <= codigo < 300:
            return corpo.get("data") or {}
        if codigo in ACAO_DO_CLIENTE:
            raise PrecisaDoCliente(codigo, corpo.get("message", ""))
        raise FalhaKlavi(codigo, corpo.get("message", ""))

    def rodar(self) -> None:
        while self._fila:
            tarefa = heapq.heappop(self._fila)
            falta = tarefa.quando - time.time()
            if falta > 0:
                time.sleep(falta)
            try:
                self.prontos[tarefa.cpf] = self._login(tarefa.cpf)
            except FalhaKlavi as falha:
                prazo = PRAZOS.get(falha.codigo)
                if prazo is None or tarefa.voltas >= self.MAX_VOLTAS:
                    self.mortos[tarefa.cpf] = falha
                    continue
                log.info("%s volta em %s", tarefa.cpf[-2:], prazo)
                self.agendar(tarefa.cpf, prazo.total_seconds(), tarefa.voltas + 1)
