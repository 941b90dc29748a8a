from banklink.client import BankLinkClient


def make_client(base_url):
    return BankLinkClient("g", "u", base_url=base_url)


def call(client):
    return client.login("u1", "user", "pw", "bofa")
