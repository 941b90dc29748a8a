from exporter import Exporter


def make_client(base_url):
    return Exporter("tok", base_url)


def call(client):
    return client.month("cred-token", 2024, 5)
