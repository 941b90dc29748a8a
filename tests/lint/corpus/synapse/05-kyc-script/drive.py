from kyc_upload import Uploader


def make_client(base_url):
    return Uploader("id|secret", base_url)


def call(client):
    return client.create("A B", "a@example.com", "555")
