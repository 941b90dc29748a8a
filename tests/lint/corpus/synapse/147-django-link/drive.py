from synapse_api import Api


def make_client(base_url):
    return Api(base_url, "cid|sec", "oauth|fp")


def call(client):
    return client.login("u1", "chase", "synapse_good", "test1234")
