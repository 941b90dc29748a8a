import httpx

from gateway import LinkGateway


class Fixed:
    def bearer(self):
        return "test-token"


def make_client(base_url):
    return LinkGateway(httpx.Client(base_url=base_url, timeout=20), Fixed())


def call(client):
    return client.exchange("link-code-1")
