import io

from export import Export


def make_client(base_url):
    return Export(base_url, "id|secret")


def call(client):
    return client.write("u1", "n1", io.StringIO())
