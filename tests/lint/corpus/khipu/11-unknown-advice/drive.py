from reader import Reader


def make_client(base_url: str):
    return Reader("jwt", base_url)


def call(client):
    return client.read("bci.cl/movements", Username="11111111-1", Password="secret")
