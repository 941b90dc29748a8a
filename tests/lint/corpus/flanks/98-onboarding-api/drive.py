from flanks import Flanks


def make_client(base_url: str) -> Flanks:
    return Flanks("token", base_url)


def call(client: Flanks):
    return client.create_credentials("bbva", "user", "secret")
