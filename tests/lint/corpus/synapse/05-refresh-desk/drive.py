from desk import RefreshDesk


def make_client(base_url):
    return RefreshDesk(base_url, "id|secret")


def call(client):
    return client.refresh("u1", "key|fp", "n1")
