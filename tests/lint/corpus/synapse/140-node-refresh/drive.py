from refresh_job import LinkedNode, NodeRepository, RefreshJob
from synapse_gateway import SynapseGateway, SynapseSettings


def make_client(base_url: str) -> RefreshJob:
    gateway = SynapseGateway(SynapseSettings("id", "secret", "fp", base_url=base_url))
    return RefreshJob(gateway, NodeRepository([LinkedNode("u1", "n1", "key")]))


def call(client: RefreshJob):
    return client.run()
