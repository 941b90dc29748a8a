from agenda import InvoiceAgenda


def make_client(base_url: str) -> InvoiceAgenda:
    return InvoiceAgenda("test-token", base_url)


def call(client: InvoiceAgenda):
    report = client.collect({"76111111-1": "secret"})
    if report.failed:
        raise RuntimeError(report.failed)
    return report.invoices
