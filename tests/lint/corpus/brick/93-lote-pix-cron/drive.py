from lote_pix import Lote


def make_client(base_url):
    return Lote(base=base_url, token="tk")


def call(client):
    return client.pagar({"id": "p-1", "consent_id": "urn:brick:c1", "valor": "10.00", "chave": "a@b.com.br"})
