from gateway import HttpUpdateGateway, UpdateCommand


def make_client(base_url):
    return HttpUpdateGateway("partner", "token", base_url=base_url)


def call(client):
    client.submit(UpdateCommand("conn-1", True))
    return "synced"
