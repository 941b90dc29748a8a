from wealth import Flanks


def make_client(base_url):
    return Flanks("bearer", base_url=base_url)


def call(client):
    return client.portfolio.positions("tok")
