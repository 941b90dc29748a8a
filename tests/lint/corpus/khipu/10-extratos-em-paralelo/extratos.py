"""Busca os extratos de todas as contas chilenas da holding.

Uma conta com problema não derruba as outras: o que falhou volta junto, com motivo.
"""
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone
from typing import NamedTuple, Optional

import requests

BASE = "https://api.khipu.com"


class Conta(NamedTuple):
    banco: str
    usuario: str
    senha: str


class Falha(NamedTuple):
    codigo: str
    tipo: str
    descricao: str

    def sem_dados(self) -> bool:
        return "E300" <= self.codigo <= "E399"


class Extrato(NamedTuple):
    conta: Conta
    linhas: list
    falha: Optional[Falha] = None
    refazer_em: Optional[datetime] = None

    @property
    def completo(self) -> bool:
        return self.falha is None


class Extratos:
    def __init__(self, token, base=BASE, paralelas=6):
        self.base = base
        self.paralelas = paralelas
        self.cabecalhos = {"Authorization": f"Bearer {token}"}

    def _chama(self, conta, mes):
        return requests.post(
            f"{self.base}/v1/cl/banks/{conta.banco}/empresas/transactions",
            json={"Username": conta.usuario, "Password": conta.senha, "Month": mes},
            headers=self.cabecalhos,
            timeout=(5, 180),
        ).json()

    def um(self, conta, mes, restam=2):
        doc = self._chama(conta, mes)
        if doc["Status"] == "OK":
            return Extrato(conta, doc["Data"]["Transactions"])

        erro = doc["Error"]
        falha = Falha(erro["Code"], erro["Type"], erro["Description"])
        if falha.tipo == "RETRY_IMMEDIATELY" and restam:
            return self.um(conta, mes, restam - 1)

        refazer_em = None
        if falha.tipo == "WAIT_4_HOURS_BEFORE_RETRY":
            refazer_em = datetime.now(timezone.utc) + timedelta(hours=4)
        return Extrato(conta, [], falha, refazer_em)

    def todos(self, contas, mes):
        with ThreadPoolExecutor(self.paralelas) as pool:
            return list(pool.map(lambda c: self.um(c, mes), contas))


def relatorio(extratos):
    for e in extratos:
        nome = f"{e.conta.banco}/{e.conta.usuario}"
        if e.completo:
            yield f"{nome}: {len(e.linhas)} lançamentos"
        elif e.falha.sem_dados():
            yield f"{nome}: o banco ainda não tem esse mês ({e.falha.codigo})"
        elif e.refazer_em:
            yield f"{nome}: refazer a partir de {e.refazer_em:%d/%m %H:%M} UTC ({e.falha.codigo})"
        else:
            yield f"{nome}: FALHOU {e.falha.codigo} {e.falha.tipo} - {e.falha.descricao}"
