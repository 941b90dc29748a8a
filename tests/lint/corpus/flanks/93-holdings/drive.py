from holdings import Flanks


def make_client(base_url):
    return Flanks("test-token", base_url=base_url)


def call(client):
    return client._wait_for("/v0/bank/credentials/portfolios", "cred-1")
