from cartolas import Cartolas


def make_client(base_url):
    return Cartolas("tok", url=base_url)


def call(client):
    return client.movimientos("bancoestado.cl", "11111111-1", "1234", "2024-03")
