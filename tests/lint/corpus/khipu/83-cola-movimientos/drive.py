from khipu import Khipu


def make_client(base_url):
    return Khipu("key", base_url=base_url)


def call(client):
    return client.movimientos("bancoestado.cl", "11111111-1", "secret", "2022-03")
