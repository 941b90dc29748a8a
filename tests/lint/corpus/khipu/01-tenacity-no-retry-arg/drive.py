from khipu_api import KhipuApi


def make_client(base_url: str):
    return KhipuApi("jwt", base_url + "/v1/cl")


def call(client):
    return client.movements("bci.cl", "11111111-1", "secret")
