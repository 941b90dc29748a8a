from console import Console


def make_client(base_url: str):
    return Console(base_url, "tok")


def call(client):
    return client.look("/data/accounts", "c-1")
