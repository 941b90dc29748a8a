import agenda
from klavi import Klavi


def make_client(base_url):
    return Klavi("parceiro", "token", url=base_url)


def call(client):
    banco = agenda.abrir(":memory:")
    banco.execute("insert into coleta (cpf) values ('11122233344')")
    agenda.rodar(banco, client)
    return banco.execute("select situacao, codigo, mensagem, dados from coleta").fetchone()
