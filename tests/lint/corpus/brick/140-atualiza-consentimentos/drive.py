from datetime import date

from atualiza import rodar
from transporte import Config


def make_client(base_url: str):
    return Config(base_url, "tok")


def call(client):
    return list(rodar(client, ["c-1"], date(2025, 3, 10)))
