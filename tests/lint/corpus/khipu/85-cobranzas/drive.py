from cobranzas import PaymentClient


def make_client(base_url):
    return PaymentClient("key", lambda order, seconds: None, base_url=base_url)


def call(client):
    return client.collect({"id": "o-1", "Amount": 12000, "Username": "1-9", "Password": "x"})
