from deposits import Deposits


def make_client(base_url):
    return Deposits("tok", base_url)


def call(client):
    return client.get("cred-token")
