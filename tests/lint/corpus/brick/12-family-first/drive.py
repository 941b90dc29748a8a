from exchange import Exchange


def make_client(base_url: str):
    return Exchange(base_url, "tok")


def call(client):
    return client.operations("c-1")
