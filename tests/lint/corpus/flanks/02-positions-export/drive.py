from positions_export import Positions


def make_client(base_url):
    return Positions("test-token", base_url=base_url, polls=4)


def call(client):
    return client.of("credentials-token")
