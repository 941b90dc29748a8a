from saldos import ClienteSaldos, Cuenta


def make_client(base_url):
    return ClienteSaldos("test-token", base_url=base_url)


def call(client):
    return client.saldo(Cuenta("bci.cl", "76111111-1", "secret"))
