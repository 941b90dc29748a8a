from investments import Investments


def make_client(base_url):
    return Investments.over_http(base_url, "token")


def call(client):
    return client.read("cred")
