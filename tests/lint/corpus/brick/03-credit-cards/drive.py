from cards import CardReader


def make_client(base_url):
    return CardReader("token", base_url=base_url)


def call(client):
    return client.bills("urn:c:1", "card-1")
