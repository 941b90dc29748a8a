from mortgage import Mortgages


def make_client(base_url: str):
    return Mortgages("jwt", base_url)


def call(client):
    return client.balance("bci.cl", "11111111-1", "secret")
