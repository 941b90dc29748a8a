from payouts.synapse import Synapse


def make_client(base_url: str) -> Synapse:
    return Synapse(base_url, "id|secret", "key|fp")


def call(client: Synapse):
    return client.pay("u1", "n1", "n2", 12.5, "key-1")
