from flanks_service import FlanksService


def make_client(base_url):
    return FlanksService("test-token", base_url=base_url)


def call(client):
    return client.exchange_code("abc")
