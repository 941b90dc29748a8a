from cartola import recoger
from khipu_api import Cuenta


def make_client(base_url: str):
    return base_url


def call(client):
    return recoger(client, "tok", [Cuenta("bci.cl", "11111111-1", "secret")], "2024-05", esperar=True)
