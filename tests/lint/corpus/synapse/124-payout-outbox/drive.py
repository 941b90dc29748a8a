from synapse_http import Synapse


def make_client(base_url: str) -> Synapse:
    return Synapse("id|secret", "oauth|fp", base_url)


def call(client: Synapse):
    return client.pay("u1", "n1", {"amount": {"amount": 10}, "extra": {"supp_id": "payout-1"}}, "payout-1")
