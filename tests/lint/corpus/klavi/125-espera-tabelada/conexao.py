"""Conexão de contas. O worker segura a tarefa enquanto a regra mandar esperar."""
from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import requests

from tabela import Quem, Regra, regra

log = logging.getLogger(__name__)

COM_RESSALVA = {201: "autorização extra", 202: "transações faltando", 203: "sem CPF"}


@dataclass(frozen=True)
class Conexao:
    codigo: int
    dados: dict[str, Any]
    ressalva: str | None = None


class ConexaoRecusada(Exception):
    def __init__(self, codigo: int, mensagem: str, motivo: Regra) -> None:
        super().__init__(f"{codigo}: {mensagem} ({motivo.quem.value}: {motivo.instrucao})")
        self.codigo = codigo
        self.mensagem = mensagem
        self.motivo = motivo


class RespostaEstranha(Exception):
    def __init__(self, status: int) -> None:
        super().__init__(f"HTTP {status} sem código do Klavi")
        self.status = status


class Conector:
    def __init__(self, base_url: str, token: str, avisar: Callable[[str, int, str], None]) -> None:
        self._url = f"{base_url}/open-data/v1/connections"
        self._avisar = avisar
        self._sessao = requests.Session()
        self._sessao.headers["Authorization"] = f"Bearer {token}"

    def _tentar(self, pedido: dict[str, str]) -> tuple[int, dict[str, Any]]:
        r = self._sessao.post(self._url, json=pedido, timeout=90)
        try:
            corpo = r.json()
            return int(corpo["code"]), corpo
        except (ValueError, KeyError, TypeError):
            raise RespostaEstranha(r.status_code) from None

    def conectar(self, cpf: str, banco: str, senha: str) -> Conexao:
        pedido = {"cpf": cpf, "bank": banco, "password": senha}
        repetidas: dict[int, int] = {}
        while True:
            codigo, corpo = self._tentar(pedido)
            if codigo == 200 or codigo in COM_RESSALVA:
                return Conexao(codigo, corpo.get("data") or {}, COM_RESSALVA.get(codigo))
            r = regra(codigo)
            usadas = repetidas.get(codigo, 0)
            if r.quem is Quem.CLIENTE and not usadas:
                self._avisar(cpf, codigo, r.instrucao)
            if r.espera is None or usadas >= r.vezes:
                raise ConexaoRecusada(codigo, str(corpo.get("message", "")), r)
            repetidas[codigo] = usadas + 1
            log.info("código %d (%s): de novo em %s", codigo, r.instrucao, r.espera)
            time.sleep(r.espera.total_seconds())
