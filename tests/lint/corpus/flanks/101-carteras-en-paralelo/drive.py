from carteras import Flanks


def make_client(base_url: str) -> Flanks:
    return Flanks("test-token", base_url, hilos=2)


def call(client: Flanks):
    return client.cuentas("cred-1")
