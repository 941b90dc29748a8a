import httpx

from link_gateway import LinkGateway
from link_service import InMemoryLinks, LinkService


def make_client(base_url: str):
    http = httpx.Client(base_url=base_url, headers={"X-SP-GATEWAY": "id|secret"}, timeout=60)
    return LinkService(LinkGateway(http), InMemoryLinks())


def call(client):
    return client.link("u1", "chase", "jdoe", "pw")
