from cartera import Flanks


def make_client(base_url: str) -> Flanks:
    return Flanks("t0ken", base_url=base_url)


def call(client: Flanks):
    return client.cartera("cred-123")
