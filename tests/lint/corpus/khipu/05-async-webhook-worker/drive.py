from khipu import KhipuClient


def make_client(base_url: str) -> KhipuClient:
    return KhipuClient("token", base_url=base_url)


def call(client: KhipuClient):
    return client.start_extraction("sii.cl", "11111111-1", "secret", "https://example.test/cb")
