from openfinance import ConsentimentosApi


def make_client(base_url):
    return ConsentimentosApi("token", base_url=base_url)


def call(client):
    return client.recursos("urn:banco:C1DD33123")
