from reports import Reports


def make_client(base_url):
    return Reports("p", "t", base_url)


def call(client):
    return client.section("11122233344", "accounts")
