from extrato import Extrato


def make_client(base_url):
    return Extrato("token", base_url)


def call(client):
    return client.saldo("c-1")
