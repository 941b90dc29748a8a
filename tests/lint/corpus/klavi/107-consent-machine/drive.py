from machine import Collector


def make_client(base_url: str) -> Collector:
    return Collector("partner", "token", base_url=base_url)


def call(client: Collector):
    return client.collect("link-1")
