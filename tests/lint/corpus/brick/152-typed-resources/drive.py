from brickbank import BrickBank


def make_client(base_url: str):
    return BrickBank("tok", base_url=base_url)


def call(client):
    return list(client.accounts.iterate("c-1"))
