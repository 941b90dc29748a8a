from klavi_link import KlaviLink


def make_client(base_url):
    return KlaviLink("t", base_url=base_url)


def call(client):
    return client.connect("lk1", "itau", {"agency": "1", "account": "2", "password": "3"})
