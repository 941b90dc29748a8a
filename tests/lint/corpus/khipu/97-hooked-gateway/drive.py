from gateway import KhipuGateway


def make_client(base_url: str) -> KhipuGateway:
    return KhipuGateway(base_url, "test-token")


def call(client: KhipuGateway):
    return client.balances("11111111-1", "secret")
