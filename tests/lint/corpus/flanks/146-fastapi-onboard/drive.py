from flanks_client import FlanksClient


def make_client(base_url):
    return FlanksClient("tk", base_url=base_url)


def call(client):
    return client.exchange("link-code-1")
