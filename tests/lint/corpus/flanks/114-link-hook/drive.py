from exchange import LinkExchange


def make_client(base_url: str) -> LinkExchange:
    return LinkExchange("access-token", base_url)


def call(client: LinkExchange):
    return client.swap("link-code")
