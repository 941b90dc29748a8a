from brickbank import Brick


def make_client(base_url: str) -> Brick:
    return Brick("tok", base_url)


def call(client: Brick):
    return client.criar_consentimento("00000000191", "marca-1", ["ACCOUNTS_READ"])
