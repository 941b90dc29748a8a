from khipu_sync import InvoiceSync


def make_client(base_url: str) -> InvoiceSync:
    return InvoiceSync("t0k3n", base_url)


def call(client: InvoiceSync):
    return client.month("76111111-1", "pw", "2024-05")
