from client import BrickClient


def make_client(base_url: str) -> BrickClient:
    return BrickClient("tok", host=base_url)


def call(client: BrickClient):
    return client.accounts.list("c-1")
