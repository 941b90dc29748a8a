from flanks import Flanks


def make_client(base_url: str) -> Flanks:
    client = Flanks("id", "secret", base_url)
    client._bearer = "t"
    return client


def call(client: Flanks):
    return client.accounts("tok-1")
