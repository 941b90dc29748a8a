from contas import Contas


def make_client(base_url):
    return Contas("token-de-teste", url=base_url)


def call(client):
    return client.listar("urn:brick:1")
