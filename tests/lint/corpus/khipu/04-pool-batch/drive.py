from lote import Lote


def make_client(base_url):
    return Lote("test-token", host=base_url)


def call(client):
    return client.carpeta({"Username": "76111111-1", "Password": "secret"})
