from refresh import Node, Refresher


def make_client(base_url):
    return Refresher("client_id|client_secret", base_url, workers=1)


def call(client):
    return client.refresh_all([Node("u1", "n1", "oauth-1")])
