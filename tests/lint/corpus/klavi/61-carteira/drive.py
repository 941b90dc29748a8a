from carteira import Carteira
from klavi_cliente import ClienteKlavi


class Mudo:
    def enviar(self, cpf, aviso):
        pass


def make_client(base_url):
    return Carteira(ClienteKlavi(base_url, "parceiro", "token"), Mudo())


def call(client):
    return client.renda_mensal("12345678909")
