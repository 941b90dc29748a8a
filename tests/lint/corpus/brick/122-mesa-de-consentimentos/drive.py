from itertools import count

from mesa import CofreDeToken, FilasEmMemoria, Mesa


def make_client(base_url: str):
    numeros = count(1)
    return Mesa(base_url, CofreDeToken(lambda: f"tok-{next(numeros)}"), FilasEmMemoria())


def call(client):
    return client.pedir("brand-1", ["ACCOUNTS_READ"])
