import refresh_everyone


def make_client(base_url):
    refresh_everyone.BASE = base_url
    return refresh_everyone


def call(client):
    return client.refresh("u1", "n1")
