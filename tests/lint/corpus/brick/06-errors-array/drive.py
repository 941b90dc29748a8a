from automatic import AutomaticPayments


def make_client(base_url: str):
    return AutomaticPayments(base_url, "tok")


def call(client):
    return client.create({"consentId": "c-1", "payment": {"amount": "10.00"}}, "key-1")
