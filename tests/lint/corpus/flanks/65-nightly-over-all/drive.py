from nightly import Sweep


def make_client(base_url):
    return Sweep("tok", base_url)


def call(client):
    return client.run(["cred-1", "cred-2"])
