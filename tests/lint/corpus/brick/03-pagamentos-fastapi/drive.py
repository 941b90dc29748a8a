from pagamentos import PagamentosClient, PedidoPagamento


def make_client(base_url):
    return PagamentosClient(base_url, "test-token")


def call(client):
    return client.iniciar(PedidoPagamento(consent_id="c", valor="1.00", proxy="x", data="2024-01-01"))
