from importer import Account, Importer
from khipu_api import KhipuApi


def make_client(base_url: str):
    return Importer(KhipuApi("tok", base_url=base_url + "/v1/cl"))


def call(client):
    return client.run(Account("bci.cl", "76111111-1", "secret"), "2024-05")
