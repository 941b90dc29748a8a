from synapsefi import Client


def make_client(base_url: str) -> Client:
    return Client("id", "secret", "key", "fp", base_url=base_url)


def call(client: Client):
    return client.add_bank("u1", "synapse_good", "test1234", "fake")
