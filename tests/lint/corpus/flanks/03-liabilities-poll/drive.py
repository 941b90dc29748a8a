from liabilities import Liabilities


def make_client(base_url):
    return Liabilities("token", base_url=base_url)


def call(client):
    return client.fetch("cred")
