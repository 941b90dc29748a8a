from login_steps import SynapseLogin


def make_client(base_url: str) -> SynapseLogin:
    return SynapseLogin("user-1", "oauth", base_url)


def call(client: SynapseLogin):
    return next(client.conversation("fake", "synapse_good", "test1234"))
