from link import LinkExchange


def make_client(base_url: str) -> LinkExchange:
    client = LinkExchange("id", "secret", base_url=base_url)
    client._access = "still-cached"
    return client


def call(client: LinkExchange):
    return client.callback("https://ours.example/back?state=s1&code=abc123")
