from klavi_updates import AutoUpdateClient


def make_client(base_url):
    return AutoUpdateClient("p", "t", base_url)


def call(client):
    return client.set_auto_update("conn-1", True)
