from cliente import BrickCliente


def make_client(base_url):
    return BrickCliente(base_url, "token")


def call(client):
    return client.consultar_consentimento("urn:bancoex:C1DD93123")
