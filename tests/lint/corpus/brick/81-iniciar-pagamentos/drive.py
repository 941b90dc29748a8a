from iniciador import IniciadorPagamentos


def make_client(base_url):
    return IniciadorPagamentos(base_url, "token")


def call(client):
    pagamento = {"payment": {"amount": "10.00", "currency": "BRL"}, "cnpjInitiator": "50685362000135"}
    return client.iniciar("urn:bancoex:C1DD33123", pagamento, "4bf92f35-77b3")
