from portal.services import DocumentService


def make_client(base_url):
    return DocumentService("test", base_url=base_url)


def call(client):
    return client.certificate("11111111-1", "pw")
