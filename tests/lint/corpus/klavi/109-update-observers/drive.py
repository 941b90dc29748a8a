from updater import UpdateSwitch


def make_client(base_url):
    return UpdateSwitch("partner", "token", base_url=base_url)


def call(client):
    return client.switch("conn-1", True)
