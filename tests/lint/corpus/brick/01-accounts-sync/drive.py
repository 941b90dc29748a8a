from brickbank import BrickBankClient


def make_client(base_url: str) -> BrickBankClient:
    return BrickBankClient("token", base_url=base_url)


def call(client: BrickBankClient):
    return client.accounts("urn:bancoex:C1DD33123")
