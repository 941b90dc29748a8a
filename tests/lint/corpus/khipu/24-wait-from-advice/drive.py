from invoices import Invoices


def make_client(base_url: str):
    return Invoices("jwt", base_url)


def call(client):
    with client:
        return client.of_month("76111111-1", "secret", "2026-10")
