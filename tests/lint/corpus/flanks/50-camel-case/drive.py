from consolidator import Consolidator


def make_client(base_url):
    return Consolidator("tok", base_url)


def call(client):
    return client.view("cred-token")
