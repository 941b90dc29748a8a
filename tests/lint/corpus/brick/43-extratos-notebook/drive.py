from datetime import date

from extratos import Coleta


def make_client(base_url):
    return Coleta("token-teste", base_url)


def call(client):
    return client.coletar(["urn:bancoex:C1"], date(2024, 5, 20))
