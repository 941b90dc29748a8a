from flanks_portfolio import Flanks


def make_client(base_url):
    client = Flanks(base_url, "token")
    client.max_polls = 4
    return client


def call(client):
    return client.holdings("cred-1")
