from functools import partial

from extrato import buscar_extrato


def make_client(base_url):
    return partial(buscar_extrato, base_url=base_url)


def call(client):
    return client("urn:brick:1", "conta-1", "2024-05-02")
