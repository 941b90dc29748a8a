from nightly import Nightly


def make_client(base_url):
    n = Nightly(api=base_url)
    n.bearer = "b"
    return n


def call(client):
    return client.portfolios("tok-123456")
