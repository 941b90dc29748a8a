from flanks_link import Flanks


def make_client(base_url: str) -> Flanks:
    return Flanks("test-token", base_url=base_url)


def call(client: Flanks):
    return client.exchange("link-code")
