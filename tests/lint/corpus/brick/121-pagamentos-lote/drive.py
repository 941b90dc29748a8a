from functools import partial

from lote import processar


def make_client(base_url: str):
    return partial(processar, base=base_url, em_paralelo=1)


def call(client):
    return client([{"id": "1", "consentimento": "c-1", "valor": "10.00"}])
