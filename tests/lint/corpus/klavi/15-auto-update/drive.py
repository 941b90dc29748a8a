from auto_update import AutoUpdate, HttpTransport


def make_client(base_url):
    return AutoUpdate(HttpTransport(base_url, "t"))


def call(client):
    client.switch("key-1", True)
    return "switched"
