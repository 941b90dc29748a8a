from klavi import Fgts


def make_client(base_url):
    return Fgts("parceiro", "token", base_url=base_url)


def call(client):
    return client.extrato("link-1")
