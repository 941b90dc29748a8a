from datetime import datetime

from reconexao import Reconexao


def make_client(base_url):
    return Reconexao("t", base=base_url, relogio=lambda: datetime(2024, 5, 6, 18, 40))


def call(client):
    return client.conectar("link-1")
