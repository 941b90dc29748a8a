from klavi_update import KlaviUpdater


def make_client(base_url):
    return KlaviUpdater(base_url, "partner", "token")


def call(client):
    return client.update("conn-1")
