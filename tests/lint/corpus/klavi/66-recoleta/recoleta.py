#!/usr/bin/env python3
"""Recoleta noturna de relatórios Klavi.

Lê `pendentes.txt` (um relatório por linha) e grava um JSON por relatório em `saida/`.
O que só pode ser repetido em outro dia fica em `agenda.json`, com a hora a partir da qual pode.
"""
import heapq
import itertools
import json
import os
import sys
import time
from pathlib import Path

import requests

URL = os.environ.get("KLAVI_URL", "https://api.klavi.ai")
MINUTO = 60
HORA = 60 * MINUTO

CARENCIA = {
    415: 31 * MINUTO,
    414: 25 * HORA,
}
COM_RESSALVA = {201: "autorizacao_extra", 202: "transacoes_faltando", 203: "sem_cpf"}


class CotaEstourada(RuntimeError):
    def __init__(self, corpo):
        super().__init__(f"klavi {corpo['code']}: {corpo.get('message')}")
        self.corpo = corpo


class Recoleta:
    def __init__(self, base_url=URL, pasta=".", janela=2 * HORA, relogio=time.time, dormir=time.sleep):
        self.base_url = base_url
        self.pasta = Path(pasta)
        self.janela = janela
        self.relogio = relogio
        self.dormir = dormir
        self.http = requests.Session()
        self.http.headers["Authorization"] = "Bearer " + os.environ.get("KLAVI_TOKEN", "")
        self._ordem = itertools.count()
        self.agenda = {}
        self.recusados = []

    def baixar(self, relatorio):
        r = self.http.get(f"{self.base_url}/data/v1/reports/{relatorio}", timeout=45)
        corpo = r.json()
        return int(corpo["code"]), corpo

    def gravar(self, relatorio, corpo, ressalva=None):
        destino = self.pasta / "saida" / f"{relatorio}.json"
        destino.parent.mkdir(parents=True, exist_ok=True)
        destino.write_text(json.dumps({"ressalva": ressalva, "dados": corpo.get("data")}, ensure_ascii=False))

    def rodar(self, relatorios):
        inicio = self.relogio()
        fila = []
        for r in relatorios:
            heapq.heappush(fila, (inicio, next(self._ordem), r, 1))
        while fila:
            quando, _, relatorio, vez = heapq.heappop(fila)
            falta = quando - self.relogio()
            if falta > 0:
                self.dormir(falta)
            codigo, corpo = self.baixar(relatorio)
            if codigo == 200:
                self.gravar(relatorio, corpo)
            elif codigo in COM_RESSALVA:
                self.gravar(relatorio, corpo, COM_RESSALVA[codigo])
            elif codigo == 429:
                self.agenda.update({r: inicio + 24 * HORA for _, _, r, _ in fila})
                self.agenda[relatorio] = inicio + 24 * HORA
                raise CotaEstourada(corpo)
            elif codigo in CARENCIA and vez < 3:
                volta = self.relogio() + CARENCIA[codigo]
                if volta - inicio <= self.janela:
                    heapq.heappush(fila, (volta, next(self._ordem), relatorio, vez + 1))
                else:
                    self.agenda[relatorio] = volta
            else:
                self.recusados.append({"relatorio": relatorio, "codigo": codigo, "mensagem": corpo.get("message")})
        return self.recusados

    def da_agenda(self):
        arquivo = self.pasta / "agenda.json"
        guardada = json.loads(arquivo.read_text()) if arquivo.exists() else {}
        agora = self.relogio()
        self.agenda = {r: t for r, t in guardada.items() if t > agora}
        return [r for r in guardada if r not in self.agenda]

    def salvar_agenda(self):
        (self.pasta / "agenda.json").write_text(json.dumps(self.agenda))


def principal():
    tarefa = Recoleta()
    lista = tarefa.da_agenda() + [x for x in Path("pendentes.txt").read_text().split() if x not in tarefa.agenda]
    try:
        recusados = tarefa.rodar(dict.fromkeys(lista))
    finally:
        tarefa.salvar_agenda()
    for item in recusados:
        print(json.dumps(item, ensure_ascii=False), file=sys.stderr)
    return 1 if recusados else 0


if __name__ == "__main__":
    sys.exit(principal())
