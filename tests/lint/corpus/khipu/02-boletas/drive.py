from boletas import Boletas


def make_client(base_url):
    return Boletas("test-token", url=base_url)


def call(client):
    return client.del_mes("11111111-1", "secret", 2024, 5)
