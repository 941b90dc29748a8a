import time
from datetime import datetime

from despacho import Despacho
from modelo import Saida


def make_client(base_url):
    return Despacho(Saida(), "token-teste", base_url)


def call(client):
    payload = {"data": {"payment": {"amount": "10.00", "currency": "BRL"}}}
    client.saida.nova("pag-1", payload, datetime.now())
    for _ in range(6):
        client.rodada(datetime.now())
        time.sleep(60)
    return client.saida.tudo()
