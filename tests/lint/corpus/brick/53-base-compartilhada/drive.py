from brick import BrickDados


def make_client(base_url: str) -> BrickDados:
    return BrickDados("token", base_url)


def call(client: BrickDados):
    return client.contas("urn:brick:c1")
