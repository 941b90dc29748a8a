from brickconn import BrickAccounts


def make_client(base_url):
    return BrickAccounts.connect(base_url, "token")


def call(client):
    return client.all("urn:bancoex:C1DD33123")
