from carteras import Flanks


def make_client(base_url: str) -> Flanks:
    return Flanks("test-key", base_url=base_url)


def call(client: Flanks):
    return client.cuentas("cred-1")
