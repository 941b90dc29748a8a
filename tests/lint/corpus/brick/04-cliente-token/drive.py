from brick import BrickClient, TokenSource


def make_client(base_url: str) -> BrickClient:
    numbers = iter(range(1, 1000))
    return BrickClient(TokenSource(lambda: (f"token-{next(numbers)}", 300)), base_url=base_url)


def call(client: BrickClient):
    return list(client.transactions("urn:bancoex:C1", "92792126019929279212650822221989319252576"))
