from cartola import Cartola


def make_client(base_url):
    return Cartola("test", url=base_url)


def call(client):
    return client.movimientos("bci.cl", "1-9", "x", "2024-05")
