"""Fila de conexoes: uma tabela sqlite, um processo que a esvazia."""
import json
import logging
import sqlite3
import time
from collections import namedtuple

from .cliente import ClienteKlavi
from .erros import ContaBloqueada, ErroCredencial, ErroKlavi, ErroTemporario

log = logging.getLogger(__name__)
MAX_ENVIOS = 3

Situacao = namedtuple("Situacao", "estado codigo mensagem dados")


class FilaConexoes(object):
    def __init__(self, token, base=None, banco=":memory:"):
        self.cliente = ClienteKlavi(token, base) if base else ClienteKlavi(token)
        self.db = sqlite3.connect(banco)
        self.db.execute(
            "create table if not exists fila (id integer primary key, pedido text, envios int, quando real)"
        )

    def incluir(self, cpf, instituicao, usuario, senha):
        pedido = {"cpf": cpf, "institution": instituicao, "user": usuario, "password": senha}
        cursor = self.db.execute(
            "insert into fila (pedido, envios, quando) values (?, 0, 0)", (json.dumps(pedido),)
        )
        self.db.commit()
        return cursor.lastrowid

    def esvaziar(self):
        situacoes = {}
        while True:
            linha = self.db.execute(
                "select id, pedido, envios, quando from fila order by quando limit 1"
            ).fetchone()
            if linha is None:
                return situacoes
            numero, pedido, envios, quando = linha
            falta = quando - time.time()
            if falta > 0:
                time.sleep(falta)
            situacao = self._enviar(numero, json.loads(pedido), envios + 1)
            if situacao is not None:
                self.db.execute("delete from fila where id = ?", (numero,))
                situacoes[numero] = situacao
            self.db.commit()

    def _enviar(self, numero, pedido, envios):
        try:
            dados, parcial = self.cliente.conectar(pedido)
        except ErroTemporario as erro:
            if envios >= MAX_ENVIOS:
                return Situacao("desistiu", erro.codigo, erro.mensagem, None)
            log.info("pedido %d volta em %ds", numero, erro.espera)
            self.db.execute(
                "update fila set envios = ?, quando = ? where id = ?",
                (envios, time.time() + erro.espera, numero),
            )
            return None
        except ErroCredencial as erro:
            return Situacao("pedir-credencial", erro.codigo, erro.mensagem, None)
        except ContaBloqueada as erro:
            return Situacao("procurar-banco", erro.codigo, erro.mensagem, None)
        except ErroKlavi as erro:
            return Situacao("falhou", erro.codigo, erro.mensagem, None)
        return Situacao("parcial" if parcial else "completa", None, None, dados)
