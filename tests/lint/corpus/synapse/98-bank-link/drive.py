from banklink import BankLink


def make_client(base_url):
    return BankLink("client_id|client_secret", "oauth-1", base_url)


def call(client):
    return client.login("u1", "fake", "synapse_good", "test1234")
