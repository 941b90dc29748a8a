from pix import Pix


def make_client(base_url: str):
    return Pix(base_url, "tok")


def call(client):
    return client.pay({"consentId": "c-1", "payment": {"amount": "10.00"}})
