"""Fila de conexões: cada vínculo guarda no banco o momento em que pode ser tentado de novo."""
import sqlite3
from datetime import datetime, timedelta, timezone

import requests

BASE = "https://api-sandbox.klavi.ai"

ESPERAS = {
    403: timedelta(hours=2),
    414: timedelta(hours=12),
    415: timedelta(minutes=30),
}

# o cliente final precisa fazer alguma coisa antes
COM_O_CLIENTE = {402, 406, 407, 408, 409, 410, 413, 416, 417, 418, 419, 420, 433, 434, 435}

COMPLETOS = {200, 202}
INCOMPLETOS = {201: "falta_autorizacao_extra", 203: "sem_cpf"}

ESQUEMA = """
create table if not exists vinculo (
    id text primary key,
    estado text not null default 'novo',
    codigo integer,
    mensagem text,
    proxima text not null,
    tentativas integer not null default 0
)
"""


def _iso(momento):
    return momento.astimezone(timezone.utc).isoformat(timespec="seconds")


class Fila:
    LIMITE = 4

    def __init__(self, token, base_url=BASE, banco=":memory:"):
        self.base_url = base_url.rstrip("/")
        self.http = requests.Session()
        self.http.headers["Authorization"] = "Bearer " + token
        self.db = sqlite3.connect(banco)
        self.db.row_factory = sqlite3.Row
        self.db.execute(ESQUEMA)

    def incluir(self, vinculo, agora):
        self.db.execute(
            "insert or ignore into vinculo (id, proxima) values (?, ?)", (vinculo, _iso(agora))
        )
        self.db.commit()

    def vencidos(self, agora):
        cursor = self.db.execute(
            "select id, tentativas from vinculo"
            " where estado in ('novo', 'agendado') and proxima <= ? order by proxima",
            (_iso(agora),),
        )
        return [(linha["id"], linha["tentativas"]) for linha in cursor.fetchall()]

    def rodar(self, agora=None):
        agora = agora or datetime.now(timezone.utc)
        for vinculo, tentativas in self.vencidos(agora):
            self._conectar(vinculo, tentativas, agora)
        return {
            linha["id"]: (linha["estado"], linha["codigo"], linha["mensagem"])
            for linha in self.db.execute("select * from vinculo")
        }

    def _conectar(self, vinculo, tentativas, agora):
        resposta = self.http.post(
            f"{self.base_url}/data/v1/links/{vinculo}/report", json={"linkId": vinculo}, timeout=60
        )
        corpo = resposta.json()
        codigo, mensagem = int(corpo["code"]), corpo.get("message", "")

        if codigo in COMPLETOS:
            self._gravar(vinculo, "completo", codigo, "", agora, tentativas)
            return
        if codigo in INCOMPLETOS:
            self._gravar(vinculo, INCOMPLETOS[codigo], codigo, mensagem, agora, tentativas)
            return
        if codigo in COM_O_CLIENTE:
            self._gravar(vinculo, "com_cliente", codigo, mensagem, agora, tentativas)
            return

        espera = ESPERAS.get(codigo)
        if espera is None or tentativas + 1 >= self.LIMITE:
            self._gravar(vinculo, "falha", codigo, mensagem, agora, tentativas)
            return
        self._gravar(vinculo, "agendado", codigo, mensagem, agora + espera, tentativas + 1)

    def _gravar(self, vinculo, estado, codigo, mensagem, proxima, tentativas):
        self.db.execute(
            "update vinculo set estado=?, codigo=?, mensagem=?, proxima=?, tentativas=? where id=?",
            (estado, codigo, mensagem, _iso(proxima), tentativas, vinculo),
        )
        self.db.commit()
