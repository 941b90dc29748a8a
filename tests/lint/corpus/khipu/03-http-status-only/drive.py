from pensions import Pensions


def make_client(base_url: str):
    return Pensions("jwt", base_url)


def call(client):
    return client.contributions("11111111-1", "secret")
