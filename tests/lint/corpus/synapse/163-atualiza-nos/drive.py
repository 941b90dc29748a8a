from synapse_nos import Nos


def make_client(base_url: str) -> Nos:
    return Nos(base_url + "/v3.1", {"X-SP-GATEWAY": "id|secret"})


def call(client: Nos):
    return client.atualizar("u1", "n1")
