from connector import Connector, Order


def make_client(base_url):
    return Connector(base_url, "token")


def call(client):
    client.submit(Order("ana", "santander", "u", "p"))
    return client.run()
