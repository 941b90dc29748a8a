from khipu_client import KhipuClient


def make_client(base_url: str) -> KhipuClient:
    return KhipuClient("jwt", base_url=base_url)


def call(client: KhipuClient):
    return client.movements("76111111-1", "secret", "2024-05")
