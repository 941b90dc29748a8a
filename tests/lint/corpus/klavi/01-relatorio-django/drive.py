from klavi import KlaviClient


def make_client(base_url):
    return KlaviClient("p", "t", base_url=base_url)


def call(client):
    return client.report("11122233344")
