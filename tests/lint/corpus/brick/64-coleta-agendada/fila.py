import sqlite3
from datetime import datetime

TABELA = """
create table if not exists coleta (
    consentimento text,
    recurso text,
    tentativas integer not null default 0,
    a_partir_de text not null,
    estado text not null default 'PENDENTE',
    erro text,
    interacao text,
    primary key (consentimento, recurso)
)
"""


class Item(object):
    def __init__(self, consentimento, recurso, tentativas):
        self.consentimento = consentimento
        self.recurso = recurso
        self.tentativas = tentativas


class Fila(object):
    def __init__(self, arquivo):
        self.banco = sqlite3.connect(arquivo)
        self.banco.execute(TABELA)

    def proximos(self, agora):
        sql = "select consentimento, recurso, tentativas from coleta where estado = 'PENDENTE' and a_partir_de <= ?"
        return [Item(*linha) for linha in self.banco.execute(sql, (agora.isoformat(),)).fetchall()]

    def adiar(self, item, quando, erro):
        self._gravar(item, item.tentativas + 1, quando, "PENDENTE", erro)

    def reiniciar(self, item, quando, erro):
        self._gravar(item, 0, quando, "PENDENTE", erro)

    def encerrar(self, item, estado, erro=None):
        self._gravar(item, item.tentativas + 1, datetime.now(), estado, erro)

    def _gravar(self, item, tentativas, quando, estado, erro):
        self.banco.execute(
            "update coleta set tentativas = ?, a_partir_de = ?, estado = ?, erro = ?, interacao = ?"
            " where consentimento = ? and recurso = ?",
            (
                tentativas,
                quando.isoformat(),
                estado,
                str(erro) if erro else None,
                erro.interacao if erro else None,
                item.consentimento,
                item.recurso,
            ),
        )
        self.banco.commit()
