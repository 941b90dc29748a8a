from klavi import Klavi


def make_client(base_url: str) -> Klavi:
    return Klavi("code", "token", base_url=base_url)


def call(client: Klavi):
    return client.set_auto_update("ck-1", True)
