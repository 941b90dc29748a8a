from operations import Operations


def make_client(base_url):
    return Operations("token", base_url=base_url, timeout=5)


def call(client):
    return client.result("6baf6c19-e485-463b-ae24-a821b025c8a4")
