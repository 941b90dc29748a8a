from treasury import Treasury


def make_client(base_url: str):
    return Treasury(base_url, "tok")


def call(client):
    return client.titles("c-1")
