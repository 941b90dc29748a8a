from functools import partial

from brick_http import nova_sessao
from extrato import rodar


def make_client(base_url: str):
    return partial(rodar, base=base_url, sessao=nova_sessao("tok"))


def call(client):
    return client(["c-1"], {})
