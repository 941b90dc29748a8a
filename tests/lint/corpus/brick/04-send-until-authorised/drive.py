from payments import PixClient


def make_client(base_url: str):
    return PixClient(base_url, "tok")


def call(client):
    return client.pay({"consentId": "c-1", "payment": {"amount": "10.00"}})
