from saldo import Saldos


def make_client(base_url):
    return Saldos("token", base_url)


def call(client):
    return client.total("cred")
