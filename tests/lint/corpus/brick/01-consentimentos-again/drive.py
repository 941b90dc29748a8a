from brick import ClienteBrick


def make_client(base_url):
    return ClienteBrick(base_url, "t")


def call(client):
    return client.contas("urn:brick:1")
