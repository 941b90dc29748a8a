from khipu_gateway import KhipuGateway


def make_client(base_url):
    return KhipuGateway("token", base_url=base_url, timeout=5)


def call(client):
    return client.cartola("012", "12345678-5", "secreto", "2024-05")
