from link import LinkExchange


def make_client(base_url):
    return LinkExchange("id", "secret", base_url)


def call(client):
    return client.exchange("c-1", "bearer")
