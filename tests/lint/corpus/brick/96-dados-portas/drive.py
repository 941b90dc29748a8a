from dados import BrickHttp, Leitor


def make_client(base_url: str) -> Leitor:
    return Leitor(BrickHttp(base_url, "token-de-teste"))


def call(client: Leitor):
    return client.contas("urn:brick:123")
