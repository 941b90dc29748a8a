from deudas import Consulta


def make_client(base_url):
    return Consulta("test-token", base_url)


def call(client):
    return client.deudas("11111111-1", "secreta")
