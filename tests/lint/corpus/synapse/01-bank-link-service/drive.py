from banklink import LinkService, SynapseClient
from banklink.settings import SynapseSettings


def make_client(base_url: str) -> LinkService:
    return LinkService(SynapseClient(SynapseSettings(base_url=base_url)))


def call(client: LinkService):
    return client.refresh("u1", "n1")
