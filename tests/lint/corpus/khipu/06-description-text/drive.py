from client import KhipuClient


def make_client(base_url: str):
    return KhipuClient("jwt", base_url)


def call(client):
    return client.run("/v1/cl/banks/bci.cl/accounts", {"Username": "11111111-1", "Password": "secret"})
