from cadastro import Cadastro


def make_client(base_url: str):
    return Cadastro("tok", base_url)


def call(client):
    return client.registrar("12345678909", "+5511999990000")
