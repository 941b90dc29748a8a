from extratos import Conta, Extratos


def make_client(base_url):
    return Extratos("tok", base_url)


def call(client):
    return client.todos([Conta("bci.cl", "1-9", "p")], "2024-02")
