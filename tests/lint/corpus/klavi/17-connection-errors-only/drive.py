from investments import InvestmentsClient


def make_client(base_url: str):
    return InvestmentsClient("tok", base_url)


def call(client):
    return client.positions("12345678909")
