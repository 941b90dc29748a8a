"""Robô noturno: busca relatórios da Klavi e anota o que fazer com cada conexão."""
import json
import sqlite3
import sys
from datetime import datetime, timedelta

import urllib3

DIA = timedelta(days=1)

PRAZO_DO_USUARIO = {
    406: DIA,
    414: DIA,
    415: timedelta(minutes=30),
}

PEDIR_AO_USUARIO = {
    402: "confira os dados e conecte de novo",
    407: "resolva a pendência da conta ou da senha com o banco",
    408: "redefina a senha do internet banking",
    409: "conecte uma conta de tipo compatível",
    413: "encerre as sessões abertas no banco",
    419: "procure uma agência da Caixa",
    420: "procure uma agência da Caixa",
    433: "informe a senha correta",
    434: "informe o código MFA correto",
    435: "informe o código MFA",
}

INCOMPLETO = {
    201: "falta autorização extra do usuário",
    202: "parte das transações não foi baixada",
    203: "relatório sem CPF",
}

ESQUEMA = """
create table if not exists situacao (
    link text primary key, codigo integer, estado text, nota text, avisar_em text, corpo text
)
"""


class Agenda:
    def __init__(self, base, chave, banco=":memory:"):
        self.base = base
        self.chave = chave
        self.pool = urllib3.PoolManager(retries=False, timeout=urllib3.Timeout(connect=5, read=60))
        self.db = sqlite3.connect(banco)
        self.db.execute(ESQUEMA)

    def _buscar(self, link):
        resposta = self.pool.request(
            "GET", f"{self.base}/data/v1/reports/{link}", headers={"Authorization": f"Bearer {self.chave}"}
        )
        return json.loads(resposta.data)

    def _anotar(self, link, codigo, estado, nota="", avisar_em=None, corpo=None):
        self.db.execute(
            "insert or replace into situacao values (?, ?, ?, ?, ?, ?)",
            (link, codigo, estado, nota, avisar_em and avisar_em.isoformat(), corpo and json.dumps(corpo)),
        )
        self.db.commit()
        return codigo, estado, nota

    def processar(self, link):
        corpo = self._buscar(link)
        codigo = int(corpo["code"])
        if codigo == 200:
            return self._anotar(link, codigo, "completo", corpo=corpo)
        if (motivo := INCOMPLETO.get(codigo)):
            return self._anotar(link, codigo, "parcial", motivo, corpo=corpo)
        if (prazo := PRAZO_DO_USUARIO.get(codigo)):
            return self._anotar(link, codigo, "aguardar", "novo login depois do prazo", datetime.now() + prazo)
        if (pedido := PEDIR_AO_USUARIO.get(codigo)):
            return self._anotar(link, codigo, "usuario", pedido)
        return self._anotar(link, codigo, "suporte", corpo.get("message") or "sem mensagem")


def main(argv):
    base, chave, *links = argv
    agenda = Agenda(base, chave, "relatorios.db")
    pior = 0
    for link in links:
        codigo, estado, nota = agenda.processar(link)
        print(f"{link}\t{codigo}\t{estado}\t{nota}")
        pior = max(pior, estado == "suporte")
    return int(pior)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
