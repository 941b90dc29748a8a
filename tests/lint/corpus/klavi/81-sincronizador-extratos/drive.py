from cliente import ClienteKlavi


def make_client(base_url):
    return ClienteKlavi("token", base_url=base_url)


def call(client):
    return client.obter_extrato("11122233344", "2024-01-01", "2024-01-31")
