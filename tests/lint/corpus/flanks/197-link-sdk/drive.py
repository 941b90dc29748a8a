from flanks_sdk import Flanks
from flanks_sdk.sdk import HttpxTransport


def make_client(base_url: str) -> Flanks:
    return Flanks(HttpxTransport(base_url, "access-token"))


def call(client: Flanks):
    return client.links.exchange(7, "link-code")
