from relatorios.cliente import ClienteKlavi


def make_client(base_url: str) -> ClienteKlavi:
    return ClienteKlavi("parceiro", "t", base_url)


def call(client: ClienteKlavi):
    return client.relatorio("00000000191")
