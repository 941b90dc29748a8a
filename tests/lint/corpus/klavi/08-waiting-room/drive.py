from waiting_room import Connector


def make_client(base_url):
    return Connector("t", base_url)


def call(client):
    return client.run(["a1"])
