from conciliacao import ClientePix


def make_client(base_url):
    return ClientePix(base_url, "token")


def call(client):
    return client.enviar({"chave": "k-1", "dados": {"consentId": "urn:c:1", "payment": {"amount": "10.00"}}})
