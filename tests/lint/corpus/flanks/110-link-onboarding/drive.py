from flanks import FlanksClient


def make_client(base_url):
    return FlanksClient("id", "secret", base_url=base_url)


def call(client):
    return client.portfolio("tok-1")
