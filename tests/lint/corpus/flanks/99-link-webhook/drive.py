from flanks_api import LinkExchange


def make_client(base_url: str) -> LinkExchange:
    return LinkExchange("test-token", base_url)


def call(client: LinkExchange):
    return client.redeem("one-time-code")
