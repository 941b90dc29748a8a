from cadastro import Cadastro, Usuario


def make_client(base_url):
    return Cadastro(base_url, "id|secret")


def call(client):
    return client.criar(Usuario("Ana", "a@b.c", "+5511999999999"))
