from dados import Dados


def make_client(base_url: str) -> Dados:
    return Dados(lambda: "test-token", base_url=base_url)


def call(client: Dados):
    return list(client.transacoes("conta-1"))
