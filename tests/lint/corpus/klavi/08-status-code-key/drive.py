from pensions import FgtsClient


def make_client(base_url: str):
    return FgtsClient("tok", base_url)


def call(client):
    return client.balance("12345678909")
