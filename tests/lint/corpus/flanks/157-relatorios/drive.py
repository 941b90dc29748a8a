from flanks_api import FlanksApi


def make_client(base_url):
    return FlanksApi("token", base_url=base_url)


def call(client):
    return client.investimentos("cred")
