from pagamentos.synapse import Transacoes


def make_client(base_url):
    return Transacoes("id|secret", "oauth|fp", base_url=base_url)


def call(client):
    return client.criar("u1", "n1", {"type": "ACH-US", "id": "n2"}, "12.50", chave="abc-1")
