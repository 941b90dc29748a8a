from extract import Extractor


def make_client(base_url: str) -> Extractor:
    return Extractor("test-token", base_url)


def call(client: Extractor):
    return client.fetch("link-1")
