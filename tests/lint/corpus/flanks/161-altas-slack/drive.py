from altas import Altas, Flanks


def make_client(base_url: str) -> Altas:
    return Altas(Flanks("test-token", base_url=base_url), lambda cliente, **campos: None)


def call(client: Altas):
    return client.completar("cli-7", "link-code")
