from aggregators import LoginRequest, PlaidLinker, SynapseLinker
from link_job import LinkJob


def make_client(base_url: str) -> LinkJob:
    return LinkJob(
        {
            "synapse": SynapseLinker("id|secret", base_url=base_url),
            "plaid": PlaidLinker("id", "secret"),
        }
    )


def call(client: LinkJob):
    return client.link_one("globex", LoginRequest("u-7", "bofa", "synapse_good", "test1234"))
