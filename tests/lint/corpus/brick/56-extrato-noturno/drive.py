from extrato import Extrato


def make_client(base_url: str) -> Extrato:
    return Extrato(base_url, "token")


def call(client: Extrato):
    return client.transacoes("c1")
