from reports import Klavi


def make_client(base_url: str) -> Klavi:
    return Klavi("tok", root=base_url)


def call(client: Klavi):
    return client.reports.latest("12345678909")
