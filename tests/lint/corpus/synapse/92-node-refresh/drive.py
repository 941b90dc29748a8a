from client import SynapseClient
from config import RefreshConfig
from nodes import MemoryNodes, Node
from refresh_job import RefreshJob


def make_client(base_url: str) -> RefreshJob:
    return RefreshJob(SynapseClient(RefreshConfig(base_url=base_url)), MemoryNodes())


def call(client: RefreshJob):
    return client.refresh(Node("u1", "n1"))
