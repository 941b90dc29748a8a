from klavi_client import KlaviClient, KlaviConfig


def make_client(base_url):
    return KlaviClient(KlaviConfig("p", "t", base_url=base_url))


def call(client):
    return client.get_report("12345678909")
