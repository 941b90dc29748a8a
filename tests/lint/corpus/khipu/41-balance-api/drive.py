from gateway import KhipuGateway


def make_client(base_url: str) -> KhipuGateway:
    return KhipuGateway("jwt", base_url)


def call(client: KhipuGateway):
    return client.balances("bci.cl", "76111111-1", "secret")
