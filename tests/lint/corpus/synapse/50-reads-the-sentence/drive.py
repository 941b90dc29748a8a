from balance_sync import BalanceSync


def make_client(base_url):
    return BalanceSync(base_url, **{"X-SP-GATEWAY": "id|secret"})


def call(client):
    return client.sync_many("u1", ["n1"])
