from balances import total
from client import KhipuClient


def make_client(base_url: str):
    return KhipuClient("tok", base_url=base_url + "/v1/cl")


def call(client):
    return total(client, "bci.cl", "11111111-1", "secret")
