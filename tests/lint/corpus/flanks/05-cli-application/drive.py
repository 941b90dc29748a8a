from flanks_app import FlanksShell


def make_client(base_url):
    return FlanksShell(base_url, "t")


def call(client):
    return client.create("demo")
