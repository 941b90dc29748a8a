from entities import Entities


def make_client(base_url):
    return Entities("tok", base_url)


def call(client):
    return client.status("cred-token")
