import json
import sqlite3


class RepositorioContas(object):
    def __init__(self, arquivo):
        self.con = sqlite3.connect(arquivo)

    def clientes(self):
        return [l[0] for l in self.con.execute("select id from cliente where consent_id is not null")]

    def consent_id(self, cliente_id):
        return self.con.execute("select consent_id from cliente where id=?", (cliente_id,)).fetchone()[0]

    def remover_consentimento(self, cliente_id):
        with self.con:
            self.con.execute("update cliente set consent_id=null where id=?", (cliente_id,))

    def marcar_erro(self, cliente_id, code):
        with self.con:
            self.con.execute("update cliente set erro=? where id=?", (code, cliente_id))

    def salvar(self, cliente_id, conta_id, linhas):
        with self.con:
            self.con.execute("insert or replace into extrato values (?,?,?)",
                             (cliente_id, conta_id, json.dumps(linhas)))
