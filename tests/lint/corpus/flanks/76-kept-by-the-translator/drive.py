from flanks import Flanks


def make_client(base_url):
    return Flanks("tok", base_url)


def call(client):
    return client.transactions("cred-token")
