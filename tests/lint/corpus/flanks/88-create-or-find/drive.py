from applications import Applications


def make_client(base_url):
    return Applications("tok", base_url)


def call(client):
    return client.ensure("app")
