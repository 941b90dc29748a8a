from boletas import Boletas


def make_client(base_url):
    return Boletas("x", host=base_url)


def call(client):
    return client.total_bruto("12345678-5", "clave", "2024-01")
