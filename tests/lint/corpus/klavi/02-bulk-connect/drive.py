from bulk_connect import BulkConnector


def make_client(base_url):
    return BulkConnector("p", "t", base_url=base_url)


def call(client):
    return client.connect("u1", "001", {"account": "1", "password": "x"})
