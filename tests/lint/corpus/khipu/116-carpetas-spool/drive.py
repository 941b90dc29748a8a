from carpetas import Khipu


def make_client(base_url):
    return Khipu("test-token", base_url=base_url)


def call(client):
    return client.folder("76111111-1", "secret")
