from certs import Certificates


def make_client(base_url):
    return Certificates("test-token", base=base_url)


def call(client):
    return client.certificate("11111111-1", "secret")
