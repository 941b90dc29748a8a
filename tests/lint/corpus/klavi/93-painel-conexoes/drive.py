from painel import PainelConexoes


def make_client(base_url: str) -> PainelConexoes:
    return PainelConexoes("chave", base_url=base_url)


def call(client: PainelConexoes):
    return client.conectar("12345678909", "itau", {"agencia": "1", "senha": "x"})
