import payouts


def make_client(base_url: str):
    return {"gateway": "id|secret", "user_key": "oauth|fp", "user_id": "u1", "node_id": "n1", "base": base_url}


def call(client):
    return payouts.run(client, [{"id": 1, "to_node": "n2", "amount": 10.0, "state": "new"}])
