from extrai_contas import Extrator


def make_client(base_url):
    return Extrator(base_url, "tok")


def call(client):
    contas = list(client.contas("c-1", "marca-1"))
    return contas, client.ignorados
