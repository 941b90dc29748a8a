from refresher import Refresher


def make_client(base_url: str) -> Refresher:
    return Refresher("id|secret", "oauth", base_url=base_url)


def call(client: Refresher):
    return client.refresh("u1", "n1")
