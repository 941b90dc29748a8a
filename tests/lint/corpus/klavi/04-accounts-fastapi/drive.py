from service import AccountService


def make_client(base_url):
    return AccountService(base_url, "p", "t")


def call(client):
    return client.fetch("ck-1")
