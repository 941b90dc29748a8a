from aggregators.flanks import Flanks


def make_client(base_url):
    return Flanks("b", base_url=base_url)


def call(client):
    return client.snapshot("cred-token")
