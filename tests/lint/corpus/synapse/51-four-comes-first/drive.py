from worker import Worker


def make_client(base_url):
    return Worker({"X-SP-GATEWAY": "id|secret"}, base_url)


def call(client):
    return client.pay("u1", "n1", {"key": "k-1", "payload": {"amount": {"amount": 1.0, "currency": "USD"}}})
