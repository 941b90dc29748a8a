from operations import Operations


def make_client(base_url: str):
    return Operations("jwt", base_url)


def call(client):
    return client.collect("6baf6c19-e485-463b-ae24-a821b025c8a4")
