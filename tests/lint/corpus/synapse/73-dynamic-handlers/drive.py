from cards import Cards


def make_client(base_url):
    return Cards({"X-SP-GATEWAY": "id|secret"}, base_url)


def call(client):
    return client.limit("u1", "n1", 500)
