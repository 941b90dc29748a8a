from flanks import Flanks


def make_client(base_url):
    return Flanks("token", url=base_url)


def call(client):
    return client.cartera("cred-1")
