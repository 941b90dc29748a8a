from datetime import datetime, timezone

from config import KlaviConfig
from gateway import KlaviGateway
from service import ImportadorDeRelatorios


class Memoria:
    def __init__(self):
        self.itens = []

    salvar = incluir = lambda self, item: self.itens.append(item)

    def retirar_vencidas(self, agora):
        return [i for i in self.itens if i.quando <= agora]


def make_client(base_url):
    return ImportadorDeRelatorios(
        KlaviGateway(KlaviConfig(url=base_url)), Memoria(), Memoria(), lambda: datetime.now(timezone.utc)
    )


def call(client):
    return client.importar("11122233344")
