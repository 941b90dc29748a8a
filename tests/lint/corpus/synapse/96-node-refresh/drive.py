from refresh import Node, Refresher


def make_client(base_url):
    return Refresher("id|secret", "oauth|fp", base_url=base_url)


def call(client):
    return client.refresh(Node("u1", "n1"))
