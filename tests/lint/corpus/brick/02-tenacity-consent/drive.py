from consents import ConsentReader


def make_client(base_url):
    return ConsentReader(base_url, "t")


def call(client):
    return client.get("urn:brick:1")
