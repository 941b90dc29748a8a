from posiciones import Flanks


def make_client(base_url):
    return Flanks("test-token", base_url, poll=5, patience=30)


def call(client):
    return client.portfolio("cred-1")
