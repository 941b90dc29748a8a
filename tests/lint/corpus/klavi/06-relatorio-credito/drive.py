from relatorio import MesaDeCredito


def make_client(base_url):
    return MesaDeCredito('k', base_url)


def call(client):
    return client.consultar('11122233344', '341', 'senha')
