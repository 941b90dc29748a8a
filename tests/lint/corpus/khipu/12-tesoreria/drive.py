from caja import armar


def make_client(base_url):
    return armar("tok", base_url)


def call(client):
    return client.saldo("itau.cl", "1-9", "p")
