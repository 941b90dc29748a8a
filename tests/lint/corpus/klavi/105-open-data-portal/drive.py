from klavi_client import KlaviClient


def make_client(base_url):
    return KlaviClient("partner", "token", base_url=base_url)


def call(client):
    return client.report("link-1")
